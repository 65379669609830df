"use client";

import { useEffect } from "react";

/**
 * For pages that are shown without a session. Whoever is led here may have lost it: what this browser keeps must not be
 * readable any longer.
 */
export function CopyCheck() {
  useEffect(() => {
    import("./drop-refused")
      .then(({ dropRefused }) => dropRefused())
      // Where nothing may be kept there is nothing to drop.
      .catch(() => {});
  }, []);
  return null;
}

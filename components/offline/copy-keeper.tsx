"use client";

import { useEffect } from "react";
import { whenIdle } from "@/components/ui/when-idle";
import { holdBuild } from "./build-lock";
import { tellKept } from "./kept-state";

let isStarted = false;

/** Keeps this device ready for the time without a network, once the page itself is done. */
export function CopyKeeper({ build }: { build: string }) {
  useEffect(() => {
    if (isStarted) return;
    // At once: a worker of a newer build that takes over before would drop the files of this page.
    holdBuild(build);
    return whenIdle(() => {
      isStarted = true;
      import("./keep-copy")
        .then(({ keepCopy }) => keepCopy())
        .catch(() => {
          isStarted = false;
          tellKept({ phase: "behind" });
        });
    });
  }, [build]);
  return null;
}

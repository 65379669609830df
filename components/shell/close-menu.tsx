"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";

/** A native popover knows nothing of a navigation that loads no page: it closes here. */
export function CloseMenu({ menuId }: { menuId: string }) {
  const pathname = usePathname();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page is the reason to close, not an input.
  useEffect(() => {
    const menu = document.getElementById(menuId);
    // A browser without popovers does not know the selector either.
    if (menu && "hidePopover" in menu && menu.matches(":popover-open")) menu.hidePopover();
  }, [menuId, pathname]);
  return null;
}

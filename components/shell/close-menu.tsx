"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";

/** A native popover knows nothing of a navigation that loads no page: it closes here, with each new address. */
export function CloseMenu({ menuId }: { menuId: string }) {
  return <CloseOnce key={usePathname()} menuId={menuId} />;
}

function CloseOnce({ menuId }: { menuId: string }) {
  useEffect(() => {
    const menu = document.getElementById(menuId);
    // A browser without popovers does not know the selector either.
    if (menu && "hidePopover" in menu && menu.matches(":popover-open")) menu.hidePopover();
  }, [menuId]);
  return null;
}

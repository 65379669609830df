/** Menus and the sheet lie above every dialog, so they give way to one. The focus goes back to what had opened them. */
export function closePopovers(): void {
  if (!("hidePopover" in HTMLElement.prototype)) return;
  for (const open of document.querySelectorAll<HTMLElement>("[popover]:popover-open")) {
    if (open.matches(":popover-open")) open.hidePopover();
  }
}

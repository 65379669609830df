/**
 * Puts a text on the clipboard and says whether it is there. Over plain http on another host than localhost the
 * modern interface does not exist, so an invisible field and the old command do the work.
 */
export async function copyText(text: string): Promise<boolean> {
  if (window.isSecureContext && navigator.clipboard) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Refused by a permission or a policy: the old command may still be let through.
    }
  }
  return copyBySelection(text);
}

function copyBySelection(text: string): boolean {
  const before = document.activeElement;
  const selection = document.getSelection();
  const ranges = selection
    ? Array.from({ length: selection.rangeCount }, (_, index) => selection.getRangeAt(index))
    : [];
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "clipboard-field";
  field.readOnly = true;
  field.setAttribute("aria-hidden", "true");
  // An open dialog pulls the focus back from everything outside itself.
  const home = before?.closest("[role=dialog], [role=alertdialog]") ?? document.body;
  home.append(field);
  try {
    field.focus({ preventScroll: true });
    field.setSelectionRange(0, text.length);
    return document.execCommand("copy");
  } catch {
    return false;
  } finally {
    field.remove();
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    selection?.removeAllRanges();
    for (const range of ranges) selection?.addRange(range);
  }
}

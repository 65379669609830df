/** Gives the browser a text to save as a file. */
export function download(name: string, text: string, type = "text/plain"): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the address after the click; a moment later nobody needs it.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Text as it stands in HTML, between tags and in an attribute in double quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

/** JSON for a script element: no text of it can end the element or open a comment. */
export function jsonForScript(value: unknown): string {
  return JSON.stringify(value).replace(/</g, "\\u003c");
}

const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });

/** "23 Nov 2026, 13:22 UTC" as a time element. */
export function timeHtml(time: Date): string {
  return `<time datetime="${time.toISOString()}">${day.format(time)} UTC</time>`;
}

/**
 * Foreign text as Markdown that shows it and nothing else: no heading, list, link, image, tag, table cell or code
 * block can begin in it. All white space becomes single spaces, so that it stays in its line.
 */
export function escapeMarkdown(text: string): string {
  return (
    visible(text)
      .replace(/\s+/gu, " ")
      .trim()
      .replace(/[\\`*_{}[\]<>#|~&$@^=]/g, "\\$&")
      // Bare addresses become links by themselves.
      .replace(/:(?=\/\/)/g, "\\:")
      .replace(/(www)\./gi, "$1\\.")
      // What makes a list or a rule when it comes first.
      .replace(/^(\d+)([.)])/, "$1\\$2")
      .replace(/^[-+]/, "\\$&")
  );
}

/** One line of code. The delimiters are longer than any run of backticks inside. */
export function inlineCode(text: string): string {
  const line = visible(text).replace(/\s+/gu, " ");
  if (line.trim() === "") return "` `";
  const ticks = "`".repeat(longestRun(line) + 1);
  return `${ticks} ${line.trim()} ${ticks}`;
}

/** A block of code, each line behind `indent`. Its fence is longer than any run of backticks inside. */
export function codeFence(text: string, indent = ""): string {
  const body = visible(text).replace(/\r\n?/g, "\n").replace(/\n+$/, "");
  const fence = "`".repeat(Math.max(3, longestRun(body) + 1));
  return [`${fence}text`, ...body.split("\n"), fence].map((line) => `${indent}${line}`).join("\n");
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}

/** Signs that nobody sees (controls, direction changes, halves of pairs) are shown as a replacement sign. */
function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Surrogate}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu, (sign) =>
    /[\t\n\r]/.test(sign) ? sign : "\ufffd",
  );
}

import type { RunbookFormat } from "./document";

/** Endings of the files that hold runbooks, the longer ones first: an ERB source is Markdown with templating in it. */
const kinds: readonly (readonly [ending: string, format: RunbookFormat])[] = [
  [".html.md.erb", "md"],
  [".md.erb", "md"],
  [".html.md", "md"],
  [".markdown", "md"],
  [".mdx", "mdx"],
  [".md", "md"],
];

/** How a file's text is read, by its name; null for files that are no runbooks. */
export function formatOf(fileName: string): RunbookFormat | null {
  return kindOf(fileName)?.[1] ?? null;
}

/** The name (or path) without the ending that makes it a runbook. */
export function stemOf(fileName: string): string {
  const kind = kindOf(fileName);
  return kind ? fileName.slice(0, -kind[0].length) : fileName;
}

function kindOf(fileName: string) {
  const name = fileName.toLowerCase();
  return kinds.find(([ending]) => name.endsWith(ending));
}

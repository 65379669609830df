import type { CompiledRunbook, Problem, RunbookFormat } from "@/lib/domain/document";

/** The roads that a text can take to its page, in words. */
export const shownAs = { mdx: "MDX", md: "Markdown", source: "source text" } as const;

type Shown = Pick<CompiledRunbook, "road" | "problems"> & { format: RunbookFormat };

/** Whether a text is not shown as what it was written as. */
export function isFallback({ road, format }: Shown): boolean {
  return road !== format;
}

/** Why the text, or a part of it, is not shown as what it was written as. */
export function fallbacksOf({ road, problems }: Shown): Problem[] {
  return road === "source" ? problems : problems.filter(({ rule }) => /^mdx-|-refused$/.test(rule));
}

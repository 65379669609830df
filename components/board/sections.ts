import type { BoardDocument, BoardStep } from "./types";

export type Section = {
  id: string;
  text: string;
  /** 0 at the top of the contents list. */
  level: number;
  /** Its steps and those of the sections inside it. */
  steps: BoardStep[];
};

/** The contents list of a board: two levels of headings, each with the steps that it holds. */
export function sectionsOf({
  sections: headings,
  steps,
}: Pick<BoardDocument, "sections" | "steps">): Section[] {
  const below = headings[0]?.depth === 1 ? headings.slice(1) : headings;
  const top = Math.min(...below.map((heading) => heading.depth));
  const sections: Section[] = [];
  const open: { depth: number; section: Section | null }[] = [];
  for (const { id, text, depth } of below) {
    while ((open.at(-1)?.depth ?? 0) >= depth) open.pop();
    const level = depth - top;
    const section = level <= 1 && text.trim() !== "" ? { id, text, level, steps: [] as BoardStep[] } : null;
    if (section) sections.push(section);
    open.push({ depth, section });
    const own = steps.filter((step) => step.sectionId === id);
    for (const place of open) place.section?.steps.push(...own);
  }
  return sections;
}

/** The innermost listed section that holds a step. */
export function sectionOf(sections: readonly Section[], stepId: string | null): Section | null {
  if (stepId === null) return null;
  return sections.findLast((section) => section.steps.some((step) => step.id === stepId)) ?? null;
}

import { groupBy } from "@/lib/domain/group-by";
import type { BoardDocument, BoardStep } from "./types";

export type Section = {
  id: string;
  text: string;
  /** 0 at the top of the contents list. */
  level: number;
  /** Its steps and those of the sections inside it. */
  steps: BoardStep[];
};

/**
 * The contents list of a board: two levels of headings, each with the steps that it holds. A section without steps
 * that only says the title again stays out. What was added at the end stands below all headings, so it has a line of
 * its own.
 */
export function sectionsOf({
  title,
  sections: headings,
  steps,
}: Pick<BoardDocument, "title" | "sections" | "steps">): Section[] {
  const stepsIn = groupBy(steps, (step) => step.sectionId ?? "");
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
    const own = stepsIn.get(id) ?? [];
    for (const place of open) place.section?.steps.push(...own);
  }
  const told = sections.filter((section) => section.steps.length > 0 || !saysTitle(section.text, title));
  const atEnd = steps.filter((step) => step.added !== null && step.sectionId === null);
  const [first] = atEnd;
  return first
    ? [...told, { id: anchorOfAdded(first.id), text: "Added here", level: 0, steps: atEnd }]
    : told;
}

/** The id of the element of a step that was added. */
export function anchorOfAdded(stepId: string): string {
  return `added-${stepId}`;
}

function saysTitle(text: string, title: string): boolean {
  return title.toLowerCase().endsWith(text.toLowerCase());
}

/** The innermost listed section that holds a step. */
export function sectionOf(sections: readonly Section[], stepId: string | null): Section | null {
  if (stepId === null) return null;
  return sections.findLast((section) => section.steps.some((step) => step.id === stepId)) ?? null;
}

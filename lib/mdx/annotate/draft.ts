import type { CommandBlock, Heading, Problem, Step } from "@/lib/domain/document";

/** What the annotators find while they mark the tree. */
export type Draft = {
  headings: Heading[];
  steps: Step[];
  commands: CommandBlock[];
  problems: Problem[];
};

export function emptyDraft(): Draft {
  return { headings: [], steps: [], commands: [], problems: [] };
}

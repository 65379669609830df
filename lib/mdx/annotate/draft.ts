import type { Heading, Problem, Step } from "@/lib/domain/document";

/** What the annotators find while they mark the tree. */
export type Draft = {
  headings: Heading[];
  steps: Step[];
  problems: Problem[];
};

export function emptyDraft(): Draft {
  return { headings: [], steps: [], problems: [] };
}

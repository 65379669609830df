import type { Problem, Section, Step } from "@/lib/domain/document";

/** What the annotators find while they mark the tree. */
export type Draft = {
  sections: Section[];
  steps: Step[];
  validationStepIds: string[];
  problems: Problem[];
};

export function emptyDraft(): Draft {
  return { sections: [], steps: [], validationStepIds: [], problems: [] };
}

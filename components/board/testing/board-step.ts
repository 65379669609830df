import type { BoardStep } from "../types";

/** A whole step of a board for tests; each takes what matters to the test. */
export const aBoardStep = (part: Partial<BoardStep> = {}): BoardStep => ({
  id: "s1",
  kind: "task",
  text: part.id ?? "Look",
  ordinal: null,
  parentId: null,
  sectionId: null,
  depth: 1,
  phase: null,
  choice: null,
  condition: null,
  expected: null,
  added: null,
  commands: [],
  ...part,
});

import type { CommandBlock, CopyUnit, Section, Statement, Step } from "../document";

/** Whole values for tests; each takes what matters to the test. */
export const aStep = (part: Partial<Step> = {}): Step => ({
  id: "s1",
  kind: "task",
  text: "Look",
  ordinal: null,
  parentId: null,
  sectionId: null,
  depth: 1,
  line: 1,
  commandIds: [],
  phase: null,
  condition: null,
  waits: [],
  expected: null,
  choice: null,
  ...part,
});

export const aSection = (part: Partial<Section> = {}): Section => ({
  id: "rollback",
  aliases: [],
  text: "Rollback",
  depth: 2,
  line: 1,
  number: null,
  kind: "other",
  phase: null,
  parentId: null,
  ...part,
});

export const aUnit = (part: Partial<CopyUnit> = {}): CopyUnit => ({
  id: "c1",
  text: "uptime",
  holes: [],
  risk: "read",
  riskReason: null,
  riskTarget: null,
  isDisruptive: false,
  hidden: [],
  ...part,
});

export const aStatement = (part: Partial<Statement> = {}): Statement => ({
  ...aUnit({ id: "c1.1" }),
  language: "shell",
  label: null,
  shown: part.text ?? "uptime",
  expected: null,
  isEndless: false,
  part: null,
  ...part,
});

export const aBlock = (part: Partial<CommandBlock> = {}): CommandBlock => ({
  ...aUnit(),
  place: "fence",
  kind: "command",
  lang: "bash",
  line: 1,
  index: 0,
  written: part.text ?? "uptime",
  stepId: null,
  sectionId: null,
  parts: [],
  ...part,
});

import { z } from "zod";

// What `runbook inspect FILE --json` prints. docs/inspect.schema.json is made from this; keys are added, never
// changed, so that programs which read it go on working.

const risk = z.enum(["read", "change", "danger"]).describe("what it does to the world");
const problem = z.looseObject({
  rule: z.string(),
  severity: z.enum(["error", "warning", "info"]),
  line: z.int(),
  column: z.int(),
  message: z.string(),
});

const unit = {
  copyText: z.string().describe("what goes to the clipboard, placeholders as written"),
  placeholders: z.array(z.string()).describe("texts to be replaced before it is run, each once, in order"),
  envVars: z.array(z.string()).describe("shell variables that it reads and does not set"),
  risk,
  riskReason: z.string().nullable(),
  riskTarget: z.string().nullable().describe("what it acts on, as written"),
  dangerous: z.boolean(),
  disruptive: z.boolean().describe("dangerous, or it restarts, rolls back, rotates or disables something"),
  expectedOutput: z.string().nullable(),
  hidden: z.array(z.looseObject({ name: z.string(), kind: z.string() })).describe("hidden characters"),
};

const statement = z.looseObject({
  id: z.string(),
  ...unit,
  language: z.enum(["shell", "sql", "text"]),
  label: z.string().nullable().describe("the comment above it"),
  endless: z.boolean().describe("runs until it is stopped"),
  part: z.looseObject({ kind: z.string(), ordinal: z.int(), label: z.string() }).nullable(),
});

const command = z.looseObject({
  id: z.string(),
  index: z
    .int()
    .nullable()
    .describe("number from 0 among all code blocks of the text, fenced and indented; null for raw HTML"),
  line: z.int(),
  lang: z.string().describe("word of the fence in lower case; empty where there is none"),
  kind: z.enum(["command", "config", "query", "output", "other"]),
  text: z.string().describe("as written, with prompts, output and comments"),
  statements: z.array(statement).describe("what can be copied by itself, without comments"),
  ...unit,
  stepId: z.string().nullable(),
  anchor: z.string().nullable().describe("section that it stands in"),
});

export const inspectionSchema = z.looseObject({
  file: z.string(),
  format: z.enum(["md", "mdx"]).describe("by the name of the file"),
  road: z.enum(["mdx", "md", "source"]).describe("as what the page shows it"),
  title: z.string(),
  programme: z.string().nullable(),
  isTemplate: z.boolean(),
  metadata: z.looseObject({
    service: z.string().nullable(),
    squad: z.string().nullable(),
    onCall: z.string().nullable(),
    lastUpdated: z.string().nullable(),
    slo: z.string().nullable(),
    dashboards: z.array(z.looseObject({ label: z.string(), url: z.string() })),
  }),
  sections: z.array(
    z.looseObject({
      id: z.string(),
      text: z.string(),
      depth: z.int(),
      line: z.int(),
      number: z.string().nullable(),
      kind: z.string(),
      phase: z.string().nullable(),
      parentId: z.string().nullable(),
    }),
  ),
  alerts: z.array(
    z.looseObject({
      name: z.string(),
      slug: z.string(),
      severity: z.string().nullable(),
      level: z.string().nullable(),
      anchor: z.string(),
      trigger: z.string().nullable(),
      impact: z.string().nullable(),
    }),
  ),
  steps: z.array(
    z.looseObject({
      id: z.string(),
      text: z.string(),
      kind: z.string(),
      anchor: z.string().nullable().describe("section that it stands in"),
      line: z.int(),
      phase: z.string().nullable(),
      condition: z.looseObject({ text: z.string(), severities: z.array(z.string()) }).nullable(),
      waits: z.array(z.looseObject({ text: z.string(), seconds: z.number() })),
      expected: z.string().nullable(),
      commandIds: z.array(z.string()),
    }),
  ),
  commands: z.array(command).describe("code blocks, in the order of the text"),
  inlineCommands: z.array(command.omit({ index: true, lang: true, statements: true })),
  variables: z.array(z.looseObject({ key: z.string(), tokens: z.array(z.string()), isSecret: z.boolean() })),
  causes: z.array(z.looseObject({ text: z.string(), fix: z.string().nullable() })),
  escalation: z.looseObject({
    levels: z.array(
      z.looseObject({
        level: z.string(),
        contact: z.string().nullable(),
        time: z.string().nullable(),
        seconds: z.number().nullable(),
      }),
    ),
    triggers: z.array(z.string()),
  }),
  references: z.array(
    z.looseObject({
      text: z.string(),
      target: z.string(),
      anchor: z.string().nullable(),
      kind: z.string(),
      isResolved: z.boolean().nullable(),
      line: z.int(),
      column: z.int(),
    }),
  ),
  changeLog: z.array(z.looseObject({ date: z.string().nullable(), change: z.string() })),
  metrics: z.array(z.looseObject({ name: z.string(), target: z.string(), threshold: z.string().nullable() })),
  endpoints: z.array(z.looseObject({ method: z.string(), path: z.string() })),
  requirements: z.array(z.looseObject({ text: z.string() })),
  validationStepIds: z.array(z.string()).describe("steps that check the runbook itself"),
  problems: z.array(problem),
});

export type Inspection = z.infer<typeof inspectionSchema>;

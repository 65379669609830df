/**
 * The document model: what the portal reads out of a runbook's text at compile, once a revision.
 * It is plain JSON, and kept under a key that names the pipeline: a changed shape needs a new PIPELINE_VERSION
 * (lib/mdx/pipeline-version.ts).
 */

import type { Severity } from "./incident-status";
import type { LintRuleName } from "./lint-rules";

export type RunbookFormat = "md" | "mdx";

/** Which road made the page: the wished one, the fallback to Markdown, or the escaped source text. */
export type RenderRoad = "mdx" | "md" | "source";

/** A place in the source text; line and column count from 1. */
export type SourcePlace = { line: number; column: number };

export type ProblemSeverity = "error" | "warning" | "info";

/** Something an editor should know. The rules stand in lint-rules.ts, each with a page in docs/lint. */
export type Problem = SourcePlace & { rule: LintRuleName; severity: ProblemSeverity; message: string };

/** What a section is about, told by its words in any numbering or emoji. */
export type SectionKind =
  | "overview"
  | "dependencies"
  | "prerequisites"
  | "monitoring"
  | "alerts"
  | "alert"
  | "symptoms"
  | "meaning"
  | "impact"
  | "diagnosis"
  | "mitigation"
  | "operations"
  | "rollback"
  | "data-safety"
  | "escalation"
  | "validation"
  | "testing"
  | "post-resolution"
  | "related"
  | "change-log"
  | "runbook-validation"
  | "other";

/** When in an incident something is done. */
export type Phase = "immediate" | "investigation" | "resolution" | "after";

/** A heading and what stands below it. */
export type Section = {
  /** Anchor made from the words (`service-overview`), unique in the document. */
  id: string;
  /** Other anchors that lead here (`1-service-overview--ownership`). */
  aliases: string[];
  /** Text as shown, emoji left out. Empty headings stay in the page and out of the contents list. */
  text: string;
  depth: 1 | 2 | 3 | 4 | 5 | 6;
  line: number;
  /** Number as written (`5`, `2.3`); null where there is none. */
  number: string | null;
  kind: SectionKind;
  /** Own phase, or that of the section around it. */
  phase: Phase | null;
  /** Section around it; null at the top. */
  parentId: string | null;
};

/**
 * Where the step comes from: a task item, an item of an ordered list, a "Step N" heading or bold line, a bullet under
 * a heading that says so, a numbered comment in a fence, or one of several alternatives of a fence.
 */
export type StepKind = "task" | "numbered" | "heading" | "bullet" | "substep" | "option";

/** "wait 15 minutes". */
export type Wait = { text: string; seconds: number };

/** "if P0/P1", "if CPU bound": the step may not apply. */
export type StepCondition = {
  /** As written, without "if". */
  text: string;
  /** Severities that it names, mapped (P0 → SEV1); empty when it is about something else. */
  severities: Severity[];
};

/** A thing to tick. The id comes from section anchor, text and occurrence, never from a bare position. */
export type Step = {
  id: string;
  kind: StepKind;
  /** The step's own words, without code blocks and nested steps, in plain text. */
  text: string;
  /** Number as shown for numbered steps. */
  ordinal: number | null;
  /** Step that this one is nested in. */
  parentId: string | null;
  /** Anchor of the section that it stands in; null before the first heading. */
  sectionId: string | null;
  /** 1 at the top level. */
  depth: number;
  line: number;
  /**
   * Ids of the command blocks (fences and inline commands) inside the step itself, not in nested steps; those of its
   * statements (`c1.2`) for a sub-step or an option, which is a part of a block.
   */
  commandIds: string[];
  phase: Phase | null;
  condition: StepCondition | null;
  waits: Wait[];
  /** Result that the words announce ("returns `healthy`", "below 1%"); null when they announce none. */
  expected: string | null;
  /** Alternatives with the same name exclude one another; null for a step that is no alternative. */
  choice: string | null;
};

/** What a statement does to the world. */
export type Risk = "read" | "change" | "danger";

/** What reads a hole, which decides how its value is written there (lib/domain/commands/quote-value.ts). */
export type HoleContext =
  | ("shell-bare" | "shell-single" | "shell-double")
  /** A here-document in which the shell still reads `$`, a back-tick and a backslash. */
  | "heredoc"
  | ("sql-string" | "sql-identifier" | "sql-quoted" | "sql-value" | "sql-bare")
  | ("json-string" | "json-value" | "yaml-value")
  /** A part of a web address: percent-encoded behind the host, a name or a number in it. */
  | ("url" | "url-host")
  /** Nothing protects a value here: letters, digits and a few harmless signs only. */
  | "word"
  | "text";

export type PlaceholderStyle = "square" | "angle" | "brace" | "double-brace" | "dollar";

/** One placeholder inside a copy text: `text.slice(start, end)` is the token as written. */
export type Hole = {
  start: number;
  end: number;
  token: string;
  /** Key of the variable that fills it. */
  variable: string;
  /** The outermost place: that of the command itself. */
  context: HoleContext;
  /** Languages within it, from the innermost: `ssh host "ls '[dir]'"` is `["shell-single"]` in `shell-double`. */
  inner?: HoleContext[];
  /** A value that begins with a hyphen would be an option here. */
  opensWord?: boolean;
  /** The word that ends the here-document; a line of the value must not become it. */
  terminator?: string;
  /** The shell works something out of the variable here (`${FOO%%.*}`): no value can be written in its place. */
  isComputed?: boolean;
  /** A shell variable that the page itself sets (`export IMAGE_TAG=…`): may stay unfilled without asking. */
  optional: boolean;
  /** Signs that a value must not hold here: they would break out of an inner language (`'{name="[x]"}'`). */
  forbidden?: string;
};

/** Something that can be copied as one: a whole block, one statement of it, or an inline command. */
export type CopyUnit = {
  /** `c1` for a block, `c1.2` for its second statement, `i3` for an inline command. */
  id: string;
  text: string;
  holes: Hole[];
  risk: Risk;
  /** Why it is a change or a danger, in words ("Deletes files", "Scales a deployment"); null for read. */
  riskReason: string | null;
  /** What it acts on, as written ("deployment/[service-name] in namespace prod"); null when nothing is named. */
  riskTarget: string | null;
  /** Danger, or it restarts, rolls back, aborts a rollout, rotates or disables something. */
  isDisruptive: boolean;
  /** Characters taken out of `text` or put right in it, in the order of the text; empty for nearly all. */
  hidden: HiddenCharacter[];
};

/**
 * A character that a reader cannot see or takes for another. Offsets count in the text as written: `shown` of a
 * statement, `written` of a block.
 */
export type HiddenCharacter = {
  start: number;
  end: number;
  /** "zero-width joiner (U+200D)". */
  name: string;
  kind: "bidi" | "zero-width" | "space" | "look-alike" | "quote" | "control";
  /** What the clean text has in its place; empty when it was taken out, null when only a person can tell. */
  replacement: string | null;
};

export type StatementLanguage = "shell" | "sql" | "text";

export type Statement = CopyUnit & {
  language: StatementLanguage;
  /** The comment lines above it, without `#`, joined by spaces; null when there are none. */
  label: string | null;
  /** The text as the page shows it (`text` is what is copied). */
  shown: string;
  /** Expected output, outer quotes stripped; null when nothing is announced. */
  expected: string | null;
  /** Runs until stopped (`logs -f`, `watch`). */
  isEndless: boolean;
  /** Sub-step or alternative of the block that it belongs to ("# 2. Drain", "# Option 1"); null for most. */
  part: StatementPart | null;
};

/** A numbered comment opens a sub-step; `# Option 2` and `# Or` open one of several alternatives. */
export type StatementPart = { kind: "substep" | "option"; ordinal: number; label: string };

export type BlockKind = "command" | "config" | "query" | "output" | "other";

/** A part of a command block, in the order of the text. A note is a comment-only part: nothing to copy. */
export type BlockPart = { type: "statement"; statement: Statement } | { type: "note"; text: string };

export type CommandBlock = CopyUnit & {
  /** "fence" units have parts; an inline command has a single statement with the same text. */
  place: "fence" | "inline";
  kind: BlockKind;
  /** Language word of the fence in lower case; null for inline code and bare fences. */
  lang: string | null;
  line: number;
  /** Number from 0 among all code blocks of the text, fenced and indented; null for inline commands. */
  index: number | null;
  /** The whole block as written, with prompts, output and comments. */
  written: string;
  stepId: string | null;
  sectionId: string | null;
  parts: BlockPart[];
};

/** What is typed for a variable: a date is `YYYY-MM-DD`, a timestamp has date and time. */
export type VariableInput = "text" | "choice" | "date" | "timestamp" | "secret";

/** A value that a run gives to every placeholder of the same key. */
export type Variable = {
  /** `service-name`; `timestamp:start` and `timestamp:end` for a token with two roles. */
  key: string;
  /** What the field is called: "service-name", "start". */
  label: string;
  /** Tokens as written in the text. */
  tokens: string[];
  style: PlaceholderStyle;
  /** Typed only in the browser; never stored, sent or logged. */
  isSecret: boolean;
  input: VariableInput;
  /** Slash alternatives (`[dev/staging/production]`). */
  choices: string[];
  /** Example from the text (`[e.g., …]`). */
  example: string | null;
  /** Set by a step of the page itself (`export IMAGE_TAG=…`). */
  isProduced: boolean;
  /** How many holes it fills. */
  uses: number;
};

export type AlertEntry = {
  /** As written, "Alert:" or "Scenario A:" taken off. */
  name: string;
  /** For addresses: `high-latency-alert`. */
  slug: string;
  /** Lower case, letters and digits only, trailing "alert" taken off: `High Latency Alert` → `highlatency`. */
  normalized: string;
  /** Anchor of its heading. */
  anchor: string;
  /** Severity as written ("Critical"); null when it is not said or not filled in. */
  severity: string | null;
  /** The severity mapped (Critical → SEV1); null when it is not one word of the known ones. */
  level: Severity | null;
  trigger: string | null;
  impact: string | null;
};

/** "Cause → fix" of a resolution list. */
export type Cause = { text: string; fix: string | null; sectionId: string | null; line: number };

export type EscalationLevel = {
  /** "L1", "Level 2", or the words that stand for it. */
  level: string;
  contact: string | null;
  /** Time as written ("15 minutes", "1 hour (P0 only)"). */
  time: string | null;
  seconds: number | null;
  condition: StepCondition | null;
  line: number;
};

export type Escalation = { levels: EscalationLevel[]; triggers: string[] };

/** A link or a path in the text that leads to a section, a runbook or another file. */
export type Reference = SourcePlace & {
  /** Words of the link, or the path. */
  text: string;
  /** As written, without the anchor. */
  target: string;
  anchor: string | null;
  /** A path in code, no link: it is written from whatever folder the author had in mind. */
  isPath: boolean;
  kind: "section" | "runbook" | "file" | "web" | "mail";
  /** Whether it leads somewhere; null while nobody who knows the other files has looked. */
  isResolved: boolean | null;
};

export type ChangeLogEntry = {
  version: string | null;
  date: string | null;
  author: string | null;
  change: string;
};

/** A row of a table of metrics: what it should be, and from where on somebody is called. */
export type MetricTarget = { name: string; target: string; threshold: string | null };

/** `GET /health/live` in the text. */
export type Endpoint = { method: string; path: string; expected: string | null; line: number };

/** "kubectl ≥ 1.28", "VPN access": to be had before starting. */
export type Requirement = { text: string; tool: string | null; version: string | null };

/** Facts of the metadata table, the front matter or `**Key**: value` bullets; null where the text says nothing. */
export type RunbookMeta = {
  service: string | null;
  squad: string | null;
  onCall: string | null;
  /** As written; `YYYY-MM-DD` when it is a date. */
  lastUpdated: string | null;
  slo: string | null;
  /** `#platform-oncall`. */
  slack: string | null;
  email: string | null;
  repository: string | null;
  /** As written ("Tier 1"). */
  tier: string | null;
  /** `YYYY-MM-DD`: the text wants to be looked at again by then. */
  reviewBy: string | null;
  /** Real links only ("Primary Dashboard"), for buttons. */
  dashboards: { label: string; url: string }[];
};

export type RunbookModel = {
  title: string;
  /** Second line of the template ("Track A Operational Documentation"); null elsewhere. */
  programme: string | null;
  /** The level-1 heading still holds a placeholder. */
  isTemplate: boolean;
  meta: RunbookMeta;
  sections: Section[];
  steps: Step[];
  commands: CommandBlock[];
  variables: Variable[];
  alerts: AlertEntry[];
  causes: Cause[];
  escalation: Escalation;
  references: Reference[];
  changeLog: ChangeLogEntry[];
  metrics: MetricTarget[];
  endpoints: Endpoint[];
  requirements: Requirement[];
  /** Steps that check the runbook itself ("Runbook Validation Checklist"); no part of an incident. */
  validationStepIds: string[];
};

/** What one compile gives. `html` is sanitised and complete: it can be read with no script at all. */
export type CompiledRunbook = {
  html: string;
  model: RunbookModel;
  problems: Problem[];
  road: RenderRoad;
};

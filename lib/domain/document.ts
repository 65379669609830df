/**
 * The document model: what the portal reads out of a runbook's text at compile, once a revision.
 * It is plain JSON, travels to the browser, and lives in the disk snapshot: a changed shape needs a new
 * PIPELINE_VERSION (lib/mdx/pipeline-version.ts).
 */

export type RunbookFormat = "md" | "mdx";

/** Which road made the page: the wished one, the fallback to Markdown, or the escaped source text. */
export type RenderRoad = "mdx" | "md" | "source";

/** A place in the source text; line and column count from 1. */
export type SourcePlace = { line: number; column: number };

export type ProblemSeverity = "error" | "warning" | "info";

/** Something an editor should know. `rule` is a stable kebab-case name. */
export type Problem = SourcePlace & { rule: string; severity: ProblemSeverity; message: string };

export type Heading = {
  /** Anchor made from the words (`service-overview`), unique in the document. */
  id: string;
  /** Other anchors that lead here (`1-service-overview--ownership`). */
  aliases: string[];
  /** Text as shown, emoji left out. Empty headings stay in the page and out of the contents list. */
  text: string;
  depth: 1 | 2 | 3 | 4 | 5 | 6;
  line: number;
};

export type StepKind = "task" | "numbered";

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
  /** Ids of the command blocks (fences and inline commands) inside the step itself, not in nested steps. */
  commandIds: string[];
};

/** What a statement does to the world. */
export type Risk = "read" | "change" | "danger";

/** Where a hole stands, which decides how its value is quoted. */
export type HoleContext =
  | "shell-bare"
  | "shell-single"
  | "shell-double"
  | "sql-string"
  | "sql-identifier"
  | "sql-bare"
  | "text";

export type PlaceholderStyle = "square" | "angle" | "brace" | "double-brace" | "dollar";

/** One placeholder inside a copy text: `text.slice(start, end)` is the token as written. */
export type Hole = {
  start: number;
  end: number;
  token: string;
  /** Key of the variable that fills it. */
  variable: string;
  context: HoleContext;
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
};

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
  stepId: string | null;
  sectionId: string | null;
  parts: BlockPart[];
};

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
  /** Lower case, letters and digits only, trailing "alert" taken off: `High Latency Alert` → `highlatency`. */
  normalized: string;
  /** Anchor of its heading. */
  anchor: string;
};

/** Facts of the metadata table, the front matter or `**Key**: value` bullets; null where the text says nothing. */
export type RunbookMeta = {
  service: string | null;
  squad: string | null;
  onCall: string | null;
  /** As written; `YYYY-MM-DD` when it is a date. */
  lastUpdated: string | null;
  slo: string | null;
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
  headings: Heading[];
  steps: Step[];
  commands: CommandBlock[];
  variables: Variable[];
  alerts: AlertEntry[];
};

/** What one compile gives. `html` is sanitised and complete: it can be read with no script at all. */
export type CompiledRunbook = {
  html: string;
  model: RunbookModel;
  problems: Problem[];
  road: RenderRoad;
};

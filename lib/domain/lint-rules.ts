import type { ProblemSeverity } from "./document";

export type LintRule = {
  /** The gravest that it reports; weak evidence is reported one step lower. */
  severity: ProblemSeverity;
  /** One sentence; `docs/lint/NAME.md` says the rest. */
  summary: string;
};

const rule = (severity: ProblemSeverity, summary: string): LintRule => ({ severity, summary });

/** Every rule that a problem can name. Each has a page in docs/lint. */
export const lintRules = {
  "broken-reference": rule("error", "A link, or a path in code, leads to nothing."),
  "compile-busy": rule("error", "Too many texts were being read; the source text is shown for a moment."),
  "compile-crash": rule("error", "Reading the text failed, and the source text is shown."),
  "compile-start": rule("error", "The reader of runbooks could not start, and the source text is shown."),
  "compile-timeout": rule("error", "Reading the text took too long, and the source text is shown."),
  "dangerous-without-warning": rule(
    "warning",
    "A command deletes or stops something, and no word near it says so.",
  ),
  "dashboard-missing": rule("warning", "A place for a dashboard holds no link."),
  "duplicate-section-number": rule("info", "Two sections of the same level have the same number."),
  "empty-heading": rule("info", "A heading has no words."),
  "empty-section": rule("info", "Nothing stands below a heading."),
  "front-matter-unreadable": rule("warning", "The front matter cannot be read and is shown as text."),
  "hidden-characters": rule(
    "error",
    "A command holds characters that nobody sees and that change what it does.",
  ),
  "image-refused": rule("warning", "An image comes from a place that no page may load from."),
  "link-refused": rule("warning", "A link leads to an address that no page may open."),
  "mdx-attribute": rule("warning", "An attribute of a component is no plain text."),
  "mdx-esm": rule("warning", "The text imports or exports code."),
  "mdx-expression": rule("warning", "The text holds an expression in braces."),
  "mdx-import-removed": rule("info", "The text imports code; the imports are taken out."),
  "mdx-spread": rule("warning", "A component takes spread attributes."),
  "mdx-syntax": rule("warning", "The text is not readable as MDX and is shown as Markdown."),
  "mdx-unknown-attribute": rule("info", "A component was given an attribute that it does not know."),
  "mdx-unknown-component": rule(
    "info",
    "The text uses a component that the portal does not have; its content is shown in a box.",
  ),
  "metadata-disagrees": rule(
    "warning",
    "Front matter, table and text say different things about the same fact.",
  ),
  "misleading-characters": rule(
    "warning",
    "A command holds characters that look like others: quotes, dashes, blanks, letters.",
  ),
  "missing-title": rule("warning", "The text has no title of its own."),
  "no-escalation-times": rule("warning", "The escalation path says whom to call and not how soon."),
  "not-readable": rule("error", "The text could not be read, and the source text is shown."),
  "not-utf-8": rule("error", "The file is not UTF-8, so signs of its text are lost."),
  "severity-unknown": rule("info", "The severity of an alert is no word that the portal knows."),
  "sql-in-bash-fence": rule("info", "A shell fence holds SQL."),
  "stale-date": rule("warning", "The text was last looked at too long ago."),
  "step-id-repeated": rule("warning", "Two steps were given the same id."),
  "task-outside-list": rule("warning", "A box to tick stands outside a list, and cannot be ticked."),
  "too-deep": rule("error", "The text is nested too deep, and the source text is shown."),
  "too-large": rule("error", "The text is too large, and the source text is shown."),
  "too-many-parts": rule("error", "The text has too many parts, and the source text is shown."),
  "two-roles-of-one-placeholder": rule("info", "One placeholder stands for two different values."),
  "unclosed-fence": rule("error", "A code fence is never closed, and what follows is read as code."),
  "undefined-variable": rule("warning", "A shell variable is read and never set."),
  "unfilled-template": rule("warning", "A placeholder of the template was never filled in."),
} satisfies Record<string, LintRule>;

export type LintRuleName = keyof typeof lintRules;

/** The page that explains a rule, from the top of the repository. */
export function lintRulePage(name: LintRuleName): string {
  return `docs/lint/${name}.md`;
}

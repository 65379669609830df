import type { CompiledRunbook, Problem, RunbookMeta } from "@/lib/domain/document";
import type { LintRuleName } from "@/lib/domain/lint-rules";
import { shorten, UNTITLED } from "@/lib/reading/document/read-title";

const NO_META: RunbookMeta = {
  service: null,
  squad: null,
  onCall: null,
  lastUpdated: null,
  slo: null,
  slack: null,
  email: null,
  repository: null,
  tier: null,
  reviewBy: null,
  dashboards: [],
};

/** The last road: the source text, escaped, with a title and nothing else read out of it. */
export function sourceRoad(source: string, problems: Problem[]): CompiledRunbook {
  const heading = /^#[ \t]+(.+?)[ \t#]*$/m.exec(source.slice(0, 20_000))?.[1];
  const title = heading ? shorten(heading.replace(/[*_`]/g, "")) : "";
  return {
    html: `<pre class="source" tabindex="0">${escapeHtml(source)}</pre>`,
    model: {
      title: title || UNTITLED,
      programme: null,
      isTemplate: false,
      meta: NO_META,
      sections: [],
      steps: [],
      commands: [],
      variables: [],
      alerts: [],
      causes: [],
      escalation: { levels: [], triggers: [] },
      references: [],
      changeLog: [],
      metrics: [],
      endpoints: [],
      requirements: [],
      validationStepIds: [],
    },
    problems,
    road: "source",
  };
}

/** A problem of the text as a whole. */
export function wholeTextProblem(rule: LintRuleName, message: string): Problem {
  return { line: 1, column: 1, rule, severity: "error", message };
}

function escapeHtml(value: string): string {
  return value
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/\0/g, "\uFFFD");
}

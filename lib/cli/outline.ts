import type { CommandBlock, Section, Step } from "@/lib/domain/document";
import { printable } from "./printable";
import { problemLine } from "./problem-line";
import type { ReadRunbook } from "./read-runbooks";

const roads = { mdx: "MDX", md: "Markdown", source: "source text" } as const;

/** What the portal reads out of a runbook, for people: facts, then sections with their steps and commands. */
export function outlineOf({ name, model, road, problems }: ReadRunbook): string {
  const { meta } = model;
  const facts = [
    ["File", `${name}, shown as ${roads[road]}`],
    ["Service", meta.service],
    ["Squad", meta.squad],
    ["On call", meta.onCall],
    ["Last updated", meta.lastUpdated],
    ["Alerts", model.alerts.map((alert) => alert.name).join(", ")],
    ["Values to fill in", model.variables.map((variable) => variable.key).join(", ")],
  ] as const;
  const lines = facts.flatMap(([label, value]) =>
    value ? [`${`${label}:`.padEnd(19)}${printable(value)}`] : [],
  );
  return [
    printable(model.title),
    "",
    ...lines,
    "",
    ...contents(model.sections, model.steps, model.commands),
    ...(problems.length > 0
      ? ["", "Problems", ...problems.map((problem) => `  ${problemLine(problem)}`)]
      : []),
  ].join("\n");
}

/** Everything that has a line, in the order of the text. */
function contents(
  sections: readonly Section[],
  steps: readonly Step[],
  commands: readonly CommandBlock[],
): string[] {
  const rows = [
    ...sections.map((section) => ({ line: section.line, order: 0, text: sectionRow(section) })),
    ...steps.map((step) => ({ line: step.line, order: 1, text: stepRow(step) })),
    ...commands.map((block) => ({ line: block.line, order: 2, text: commandRow(block) })),
  ];
  return rows
    .sort((a, b) => a.line - b.line || a.order - b.order)
    .map(({ line, text }) => `${String(line).padStart(5)}  ${text}`);
}

function sectionRow({ depth, text, kind, phase }: Section): string {
  const about = [kind === "other" ? "" : kind, phase ?? ""].filter(Boolean).join(", ");
  return `${"#".repeat(depth)} ${printable(text)}${about ? ` [${about}]` : ""}`;
}

function stepRow({ kind, depth, ordinal, text, condition, waits }: Step): string {
  const mark = kind === "task" ? "[ ]" : ordinal === null ? "-" : `${ordinal}.`;
  const notes = [condition ? `if ${condition.text}` : "", ...waits.map((wait) => wait.text)].filter(Boolean);
  const about = notes.length > 0 ? ` (${notes.map(printable).join("; ")})` : "";
  return `${"  ".repeat(depth)}${mark} ${printable(text)}${about}`;
}

function commandRow(block: CommandBlock): string {
  const first = block.text.split("\n").find((line) => line.trim() !== "" && !line.startsWith("#")) ?? "";
  const length = block.text.split("\n").length;
  const more = length > 1 ? ` … (${length} lines)` : "";
  const what = block.kind === "command" ? block.risk : block.kind;
  return `      ${block.id} ${what}: ${printable(first).slice(0, 100)}${more}`;
}

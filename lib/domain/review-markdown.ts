import { deviationWords } from "./deviations";
import { codeFence, escapeMarkdown, inlineCode } from "./markdown-text";
import { foldCourse, type ReviewCourse } from "./review-course";
import type { ReviewedRun, ReviewPage } from "./review-page";
import { countOf, formatDuration, joinWords, sayClock, type Words } from "./review-words";
import type { StepEnd, StepResult, TimelineLine } from "./timeline";

/**
 * The review as Markdown, for a wiki or a ticket. Nothing that a person or a runbook wrote can change its structure:
 * words are escaped, code stands behind fences that it cannot close.
 */
export function reviewMarkdown(page: ReviewPage, exportedAt: Date): string {
  const { incident, runs, review } = page;
  const parts = [
    `# ${incident.key}: ${escapeMarkdown(incident.title)}`,
    factsOf(page),
    ...section("Deviations from the runbook", review.deviations.map(deviationLine)),
    ...courseParts(foldCourse(page.events)),
    ...section("Timeline", review.timeline.map(timelineLine)),
    ...runs.flatMap((run) => runPart(run, review.steps)),
    ...section("People", review.people.map(personLine)),
    `Exported ${moment(exportedAt.toISOString())}. Times are in UTC, as the portal recorded them.`,
  ];
  return `${parts.join("\n\n")}\n`;
}

export const endWords: Record<StepEnd, string> = {
  done: "done",
  undone: "undone, left open",
  failed: "failed",
  skipped: "skipped",
  "not-applicable": "not applicable",
  deferred: "deferred",
  unfinished: "begun, not finished",
  untouched: "never touched",
};

function factsOf({ incident, review }: ReviewPage): string {
  const { durations, counts } = review;
  const settled = counts.done + counts.failed + counts.skipped + counts["not-applicable"];
  const rows = [
    ["Severity", `${incident.severity}${incident.isDrill ? " (drill)" : ""}`],
    ["Status", review.status],
    ["Opened", `${moment(incident.openedAt)} by ${escapeMarkdown(incident.openedBy)}`],
    ["To first step", formatDuration(durations.toFirstStep)],
    ["To mitigated", formatDuration(durations.toMitigated)],
    ["To resolved", formatDuration(durations.toResolved)],
    ["Steps settled", `${settled} of ${review.steps.length}`],
  ];
  return ["| Fact | Value |", "| --- | --- |", ...rows.map(([name, value]) => `| ${name} | ${value} |`)].join(
    "\n",
  );
}

function section(title: string, lines: string[]): string[] {
  return [`## ${title}`, lines.length > 0 ? lines.join("\n") : "None."];
}

function deviationLine({
  kind,
  subject,
  detail,
  reason,
  by,
}: ReviewPage["review"]["deviations"][number]): string {
  const name = subject === null ? "" : ` “${escapeMarkdown(subject)}”`;
  const why = reason === null ? "" : `: “${escapeMarkdown(reason)}”`;
  const who = by === null ? "" : ` (${escapeMarkdown(by)})`;
  return `- **${deviationWords[kind]}**:${name} ${escapeMarkdown(detail)}${why}${who}`;
}

/** Causes, roles, calls and links; a part without any is left out. */
function courseParts(course: ReviewCourse): string[] {
  const { roles, handOvers, escalations, severityChanges, causes, links, merges } = course;
  const words = escapeMarkdown;
  const who = (by: string, at: string) => `(${words(by)}, ${moment(at)})`;
  const holders = [
    ...(roles.commander ? [`- Commander: ${words(roles.commander.name)}`] : []),
    ...(roles.scribe ? [`- Scribe: ${words(roles.scribe.name)}`] : []),
    ...roles.responders.map(({ name }) => `- Responder: ${words(name)}`),
  ];
  return [
    ...part(
      "Cause",
      causes.map(({ cause, by, at }) => `- ${words(cause)} ${who(by, at)}`),
    ),
    ...part("Roles at the end", holders),
    ...part("Escalations", [
      ...escalations.map(
        ({ level, contact, by, at }) =>
          `- ${words(level)}${contact === null ? "" : `: ${words(contact)}`} ${who(by, at)}`,
      ),
      ...severityChanges.map(
        ({ from, to, reason, by, at }) =>
          `- ${from} to ${to}${reason === null ? "" : `: “${words(reason)}”`} ${who(by, at)}`,
      ),
    ]),
    ...part(
      "Hand-overs",
      handOvers.map(
        ({ by, to, role, summary, at }) =>
          `- ${words(by)} to ${words(to)}, as ${role}, ${moment(at)}:\n${codeFence(summary, "  ")}`,
      ),
    ),
    ...part(
      "Links",
      links.map(({ label, url, by }) => `- ${words(label)}: ${inlineCode(url)} (${words(by)})`),
    ),
    ...part("Merged", [
      ...(merges.into ? [`- into ${merges.into.key} ${who(merges.into.by, merges.into.at)}`] : []),
      ...merges.from.map(
        ({ key, title, by, at }) => `- ${key} “${words(title)}” into this one ${who(by, at)}`,
      ),
    ]),
  ];
}

function part(title: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : section(title, lines);
}

function timelineLine({ at, happenedAt, skew, actorName, words }: TimelineLine): string {
  const late = happenedAt === null ? "" : ` (happened ${moment(happenedAt)}, sent later)`;
  const far = `${late}${skew === 0 ? "" : ` (their clock was ${sayClock(skew)})`}`;
  const blocks = words.flatMap(({ type, text }) => (isBlock({ type, text }) ? [codeFence(text, "  ")] : []));
  const sentence = joinWords(words, (piece) => {
    if (piece.type === "quote") return `“${escapeMarkdown(piece.text)}”`;
    if (piece.type === "text") return escapeMarkdown(piece.text);
    return isBlock(piece) ? "the commands below" : inlineCode(piece.text);
  });
  return [`- ${moment(at)}${far}: **${escapeMarkdown(actorName)}** ${sentence}`, ...blocks].join("\n");
}

const isBlock = ({ type, text }: Words) => type === "code" && /[\r\n]/.test(text.trim());

function runPart(run: ReviewedRun, steps: StepResult[]): string[] {
  const since = run.newestRevision - run.revision;
  const newer = since > 0 ? `; today’s is ${run.newestRevision}, ${countOf(since, "change")} since` : "";
  const own = steps.filter((step) => step.runId === run.id);
  return [
    `## Checklist as it ended: ${escapeMarkdown(run.runbook.title)}`,
    `Followed revision ${run.revision} of ${inlineCode(run.runbook.slug)}${newer}. SHA-256 ${inlineCode(run.sha256)}.`,
    own.length > 0 ? own.map(stepLines).join("\n") : "This revision has no steps.",
  ];
}

function stepLines({ end, text, by, at, reason, notes, outputs, span, isAdded }: StepResult): string {
  const who = by === null || at === null ? "" : `, ${escapeMarkdown(by)} at ${moment(at)}`;
  const took = span === null ? "" : `, ${formatDuration(span.milliseconds)}`;
  const why = reason === null ? "" : `: “${escapeMarkdown(reason)}”`;
  return [
    `- [${end === "done" ? "x" : " "}] ${escapeMarkdown(text) || "Step without words"} (${isAdded ? "added, " : ""}${endWords[end]}${who}${took})${why}`,
    ...notes.map((note) => `  - Note by ${escapeMarkdown(note.by)}: ${escapeMarkdown(note.text)}`),
    ...outputs.map(
      (output) => `  - Output kept by ${escapeMarkdown(output.by)}:\n${codeFence(output.text, "    ")}`,
    ),
  ].join("\n");
}

function personLine(person: ReviewPage["review"]["people"][number]): string {
  const { ticks, undone, skips, notes, copies } = person;
  const counts = [
    [ticks, "tick"],
    [undone, "undo"],
    [skips, "skip"],
    [notes, "note"],
    [copies, "copied command"],
  ] as const;
  const said = counts.flatMap(([count, noun]) => (count > 0 ? [countOf(count, noun)] : [])).join(", ");
  return `- **${escapeMarkdown(person.name)}**${said ? `: ${said}` : ""}`;
}

/** `2026-11-22 02:43:10`. */
function moment(iso: string): string {
  return iso.slice(0, 19).replace("T", " ");
}

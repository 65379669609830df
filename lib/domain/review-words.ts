import type { StepState } from "./checklist";
import { durationWords } from "./format-seconds";
import type { IncidentEvent } from "./incident-event";

/** A piece of a sentence: plain words, something quoted from the runbook or a person, or a command. */
export type Words = { type: "text" | "quote" | "code"; text: string };

const text = (words: string): Words => ({ type: "text", text: words });
const quote = (words: string): Words => ({ type: "quote", text: words });
const code = (words: string): Words => ({ type: "code", text: words });

/** What was said of a step before this event; decides between "ticked" and "ticked again". */
export type Before = { state: StepState; touched: boolean };

/**
 * What one event did, as a colleague would say it after the name: "ticked “Drain the node” again".
 * `stepText` gives the words of the step, `before` its state before the event; null when that is not known.
 */
export function sayEvent(event: IncidentEvent, stepText: string | null, before: Before | null): Words[] {
  const step = quote(stepText ?? "a step that the revision does not have");
  switch (event.kind) {
    case "incident.opened":
      return [text(`opened the incident as ${event.data.severity}${event.data.isDrill ? ", a drill" : ""}`)];
    case "run.started":
      return [text("began to follow"), quote(event.data.title), text(`at revision ${event.data.revision}`)];
    case "step.checked":
      return before?.touched ? [text("ticked"), step, text("again")] : [text("ticked"), step];
    case "step.unchecked":
      return [text(before ? takenBack[before.state] : "opened again"), step];
    case "step.claimed":
      return [text("began"), step];
    case "step.chosen":
      return [text("chose"), step];
    case "step.skipped":
      return [text("skipped"), step, ...because(event.data.reason)];
    case "step.not-applicable":
      return [text("marked"), step, text("as not applicable"), ...because(event.data.reason)];
    case "step.deferred":
      return [text("put off"), step, ...because(event.data.reason)];
    case "step.failed":
      return [text("found that"), step, text("did not work"), ...because(event.data.reason)];
    case "step.added":
      return [text("added the step"), quote(event.data.text)];
    case "step.removed":
      return [text("took back the added step"), step];
    case "step.output-pasted":
      return [text("kept output with"), step, text(":"), code(event.data.text)];
    case "step.noted":
      return [text("noted on"), step, ...because(event.data.note)];
    case "incident.noted":
      return [text("noted"), ...because(event.data.note)];
    case "command.copied":
      return [text("copied"), code(event.data.text), ...(stepText === null ? [] : [text("for"), step])];
    case "variable.set":
      return event.data.value === null
        ? [text("cleared the value of"), code(event.data.key)]
        : [text("set"), code(event.data.key), text("to"), code(event.data.value)];
    case "status.changed":
      return sayStatus(event.data);
    case "severity.changed":
      return [
        text(`changed the severity from ${event.data.from} to ${event.data.to}`),
        ...because(event.data.reason),
      ];
    case "role.changed":
      return sayRole(event);
    case "shift.handed-over":
      return [
        text(`handed over as ${event.data.role} to ${event.data.personName}`),
        ...because(event.data.summary),
      ];
    case "timer.started":
      return [text(`started a timer of ${durationWords(event.data.seconds)} for`), quote(event.data.label)];
    case "timer.stopped":
      return [text("stopped a timer")];
    case "incident.escalated":
      return [
        text(`escalated to ${event.data.level}`),
        ...(event.data.contact === null ? [] : [text("("), quote(event.data.contact), text(")")]),
      ];
    case "link.added":
      return [text("added the link"), quote(event.data.label)];
    case "link.removed":
      return [text("took a link away")];
    case "cause.chosen":
      return [text(event.data.isChosen ? "found the cause" : "took back the cause"), quote(event.data.cause)];
    case "incident.merged":
      return [text(`merged this incident into ${event.data.into}`)];
    case "incident.absorbed":
      return [text(`merged ${event.data.from} into this incident`), ...because(event.data.title)];
  }
}

function sayRole({ actorId, data }: Extract<IncidentEvent, { kind: "role.changed" }>): Words[] {
  const isOwn = actorId === data.personId;
  if (isOwn)
    return [text(data.isHeld ? `took the role of ${data.role}` : `laid down the role of ${data.role}`)];
  return [
    text(
      data.isHeld
        ? `made ${data.personName} ${data.role}`
        : `took the role of ${data.role} from ${data.personName}`,
    ),
  ];
}

const takenBack: Record<Before["state"], string> = {
  done: "took back the tick on",
  skipped: "took back the skip of",
  "not-applicable": "took back “not applicable” on",
  deferred: "took up again",
  failed: "opened again after it had failed",
  "in-progress": "laid down",
  open: "left open",
};

function sayStatus({
  to,
  reason,
  openSteps = 0,
}: Extract<IncidentEvent, { kind: "status.changed" }>["data"]): Words[] {
  const left = openSteps > 0 ? ` with ${countOf(openSteps, "open step")}` : "";
  const sentence = {
    open: "opened the incident again",
    mitigated: "called the incident mitigated",
    resolved: `resolved the incident${left}`,
  }[to];
  return [text(sentence), ...because(reason)];
}

const because = (reason: string | undefined): Words[] =>
  reason === undefined ? [] : [text(":"), quote(reason)];

/** "1 step", "3 steps". */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** What stands between a piece and the one before it: a colon follows without a space, as do brackets inside. */
export function gapBefore(words: Words[], index: number): "" | " " {
  const piece = words[index];
  const before = words[index - 1];
  const isClosing = piece?.type === "text" && (piece.text === ":" || piece.text === ")");
  const isOpened = before?.type === "text" && before.text.endsWith("(");
  return index === 0 || isClosing || isOpened ? "" : " ";
}

/** The words as one sentence, each piece written by `write`. */
export function joinWords(words: Words[], write: (piece: Words) => string): string {
  return words.map((piece, index) => gapBefore(words, index) + write(piece)).join("");
}

/** "0:41", "14:32", "2:05:09", "3 d 04:05:06"; a dash for nothing. */
export function formatDuration(milliseconds: number | null): string {
  if (milliseconds === null) return "–";
  const seconds = Math.max(0, Math.round(milliseconds / 1_000));
  const pad = (value: number) => String(value).padStart(2, "0");
  const days = Math.floor(seconds / 86_400);
  const hours = Math.floor((seconds % 86_400) / 3_600);
  const minutes = Math.floor((seconds % 3_600) / 60);
  const rest = pad(seconds % 60);
  if (days > 0) return `${days} d ${pad(hours)}:${pad(minutes)}:${rest}`;
  return hours > 0 ? `${hours}:${pad(minutes)}:${rest}` : `${minutes}:${rest}`;
}

/** "3 d 00:00:00 ahead", "5:00 behind": how far a device's clock was off. */
export function sayClock(skew: number): string {
  return `${formatDuration(Math.abs(skew))} ${skew > 0 ? "ahead" : "behind"}`;
}

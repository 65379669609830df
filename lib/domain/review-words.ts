import type { IncidentEvent } from "./incident-event";

/** A piece of a sentence: plain words, something quoted from the runbook or a person, or a command. */
export type Words = { type: "text" | "quote" | "code"; text: string };

const text = (words: string): Words => ({ type: "text", text: words });
const quote = (words: string): Words => ({ type: "quote", text: words });
const code = (words: string): Words => ({ type: "code", text: words });

/** What was said of a step before this event; decides between "ticked" and "ticked again". */
export type Before = { state: "open" | "done" | "skipped" | "not-applicable"; touched: boolean };

/**
 * What one event did, as a colleague would say it after the name: "ticked “Drain the node” again".
 * `stepText` gives the words of the step, `before` its state before the event.
 */
export function sayEvent(event: IncidentEvent, stepText: string | null, before: Before): Words[] {
  const step = quote(stepText ?? "a step that the revision does not have");
  switch (event.kind) {
    case "incident.opened":
      return [text(`opened the incident as ${event.data.severity}${event.data.isDrill ? ", a drill" : ""}`)];
    case "run.started":
      return [text("began to follow"), quote(event.data.title), text(`at revision ${event.data.revision}`)];
    case "step.checked":
      return before.touched ? [text("ticked"), step, text("again")] : [text("ticked"), step];
    case "step.unchecked":
      return [text(takenBack[before.state]), step];
    case "step.skipped":
      return [text("skipped"), step, ...because(event.data.reason)];
    case "step.not-applicable":
      return [text("marked"), step, text("as not applicable"), ...because(event.data.reason)];
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
  }
}

const takenBack: Record<Before["state"], string> = {
  done: "took back the tick on",
  skipped: "took back the skip of",
  "not-applicable": "took back “not applicable” on",
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

/** What stands between a piece and the one before it: a colon follows without a space. */
export function gapBefore(words: Words[], index: number): "" | " " {
  return index === 0 || (words[index]?.type === "text" && words[index].text === ":") ? "" : " ";
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

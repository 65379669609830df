import type { Escalation, EscalationLevel } from "./document";
import { readDuration } from "./duration-words";
import type { CalledLevel } from "./facts/escalations";
import type { Severity } from "./incident-status";
import { severitiesIn } from "./severity-words";

/**
 * `called` was escalated to, `answered` is the first level once somebody works here, `due` should have been called by
 * now, `running` counts down, `untimed` has no time in the text, and `not-now` is for another severity.
 */
type LevelState = "called" | "answered" | "due" | "running" | "untimed" | "not-now";

export type LevelClock = {
  level: string;
  contact: string | null;
  /** As written ("1 hour (P0 only)"). */
  time: string | null;
  state: LevelState;
  /** ISO 8601 in UTC; null without a time. */
  dueAt: string | null;
  /** Who called it and when, for `called`; when the work began, for `answered`. */
  by: string | null;
  at: string | null;
  /** The one to call next. */
  isNext: boolean;
};

type Incident = {
  openedAt: string;
  severity: Severity;
  /** The first act on the runbook or the first role taken, ISO 8601; null while nobody has begun. */
  begunAt: string | null;
};

/** Where each level of a runbook's escalation table stands. Times count from the opening of the incident. */
export function readLevels(
  levels: readonly EscalationLevel[],
  called: readonly CalledLevel[],
  { openedAt, severity, begunAt }: Incident,
  now: number,
): LevelClock[] {
  const clocks = levels.map((level, index): LevelClock => {
    const dueAt =
      level.seconds === null ? null : new Date(Date.parse(openedAt) + level.seconds * 1_000).toISOString();
    const call = called.findLast((known) => known.level === level.level);
    const base = { level: level.level, contact: level.contact, time: level.time, dueAt, isNext: false };
    if (call) return { ...base, state: "called", by: call.by, at: call.at };
    if (index === 0 && begunAt !== null) return { ...base, state: "answered", by: null, at: begunAt };
    return { ...base, state: openState(level, severity, dueAt, now), by: null, at: null };
  });
  const last = clocks.findLastIndex(({ state }) => state === "called" || state === "answered");
  const next = clocks.findIndex(({ state }, index) => index > last && isOpen(state));
  return clocks.map((clock, index) => ({ ...clock, isNext: index === next }));
}

const isOpen = (state: LevelState) => state === "due" || state === "running" || state === "untimed";

function openState(
  { condition }: EscalationLevel,
  severity: Severity,
  dueAt: string | null,
  now: number,
): LevelState {
  const only = condition?.severities ?? [];
  if (only.length > 0 && !only.includes(severity)) return "not-now";
  if (dueAt === null) return "untimed";
  return Date.parse(dueAt) <= now ? "due" : "running";
}

/** A sentence of the runbook that says when to escalate. */
export type TriggerClock = {
  text: string;
  /** When it comes true by itself: it names a time and fits the severity; null for one that a person must judge. */
  dueAt: string | null;
};

/**
 * The triggers that can matter at this severity. "P1 incident not resolved in 1 hour" becomes a countdown from the
 * opening.
 */
export function readTriggers(
  triggers: Escalation["triggers"],
  { openedAt, severity }: Pick<Incident, "openedAt" | "severity">,
): TriggerClock[] {
  return triggers.flatMap((text) => {
    const named = severitiesIn(text);
    const seconds = readDuration(text);
    const fits = named.length === 0 || named.includes(severity);
    // A time of another severity never comes; one that only names it ("P0 incident") is what somebody may find it to be.
    if (!fits && seconds !== null) return [];
    const dueAt = seconds === null ? null : new Date(Date.parse(openedAt) + seconds * 1_000).toISOString();
    return [{ text, dueAt }];
  });
}

import { uuidv7 } from "uuidv7";
import type { EventInput } from "@/lib/domain/incident-event";
import type { Clock } from "../clock";
import type { OutboxDraft, OutboxEntry } from "../outbox-entry";
import type { Outcome, SendEntry } from "../send-entry";

export const incidentId = "01890000-0000-7000-8000-0000000000aa";

/** A note to keep; its text tells which one it is. */
export function draftOf(
  text: string,
  incident = incidentId,
  incidentKey: string | null = "INC-0001",
): OutboxDraft {
  const id = uuidv7();
  const occurredAt = "2026-11-23T03:00:00.000Z";
  const body: EventInput = {
    id,
    kind: "incident.noted",
    runId: null,
    stepId: null,
    data: { note: text },
    occurredAt,
  };
  return { id, incident, incidentKey, about: null, kind: "event", body };
}

export const kept: Outcome = { kind: "kept", answer: {} };
export const again: Outcome = { kind: "again", afterMs: null };
export const signedOut: Outcome = { kind: "signed-out" };
export const refused: Outcome = { kind: "refused", status: 409, message: "The incident is resolved." };

/** A portal that answers when told to. */
export function slowPortal() {
  const asked: { entry: OutboxEntry; answer: (outcome: Outcome) => void }[] = [];
  const send: SendEntry = (entry) => new Promise((answer) => asked.push({ entry, answer }));
  return { asked, send, notes: () => asked.map(({ entry }) => noteOf(entry)) };
}

export function noteOf({ kind, body }: OutboxEntry): string {
  return kind === "event" && body.kind === "incident.noted" ? body.data.note : kind;
}

/** A clock that stands until it is told to go on. */
export function standingClock() {
  let now = 1_000_000;
  let timers: { at: number; run: () => void }[] = [];
  const clock: Clock = {
    now: () => now,
    after(ms, run) {
      const timer = { at: now + ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
  };
  const goOn = (ms: number) => {
    now += ms;
    const due = timers.filter((timer) => timer.at <= now);
    timers = timers.filter((timer) => timer.at > now);
    for (const timer of due) timer.run();
  };
  return { clock, goOn, waits: () => timers.map((timer) => timer.at - now) };
}

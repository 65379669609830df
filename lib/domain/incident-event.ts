import { z } from "zod";
import { dataShapes, type EventData, type EventKind } from "./event-data";

export type { EventData, EventKind };

/** An event as every browser receives it. Times are ISO 8601 in UTC. */
export type IncidentEvent = {
  [K in EventKind]: {
    id: string;
    seq: number;
    kind: K;
    runId: string | null;
    stepId: string | null;
    data: EventData<K>;
    actorId: string | null;
    actorName: string;
    /** When it happened, by the clock of the device. */
    occurredAt: string;
    /** When the device sent it, by the same clock; null for what a server did and for old rows. */
    sentAt: string | null;
    /** When the server recorded it. */
    recordedAt: string;
  };
}[EventKind];

export type EventOf<K extends EventKind> = Extract<IncidentEvent, { kind: K }>;

/** What a browser says where the record holds more: the server adds what only it knows. */
const inputShapes = {
  ...dataShapes,
  "status.changed": dataShapes["status.changed"].pick({ to: true, reason: true }),
  "severity.changed": dataShapes["severity.changed"].pick({ to: true, reason: true }),
  "role.changed": dataShapes["role.changed"].omit({ personName: true }),
  "shift.handed-over": dataShapes["shift.handed-over"].omit({ personName: true }),
} as const;

const noNul = (text: string) => !text.includes("\0");

const base = z.strictObject({
  id: z.uuid(),
  runId: z.uuid().nullable(),
  stepId: z.string().min(1).max(200).refine(noNul).nullable(),
  occurredAt: z.iso.datetime(),
  /** The same clock when this try was sent; another try of the same event has another one. */
  sentAt: z.iso.datetime().optional(),
});

const inputOf = <K extends EventKind>(kind: K) =>
  base.extend({ kind: z.literal(kind), data: inputShapes[kind] });

/**
 * Body of `POST /api/v1/incidents/INC-0042/events`: the kinds that a browser may append by itself. The others come
 * from use cases of the server.
 */
export const eventInputSchema = z.discriminatedUnion("kind", [
  inputOf("step.checked"),
  inputOf("step.unchecked"),
  inputOf("step.claimed"),
  inputOf("step.chosen"),
  inputOf("step.skipped"),
  inputOf("step.not-applicable"),
  inputOf("step.deferred"),
  inputOf("step.failed"),
  inputOf("step.noted"),
  inputOf("step.added"),
  inputOf("step.removed"),
  inputOf("step.output-pasted"),
  inputOf("incident.noted"),
  inputOf("command.copied"),
  inputOf("variable.set"),
  inputOf("status.changed"),
  inputOf("severity.changed"),
  inputOf("role.changed"),
  inputOf("shift.handed-over"),
  inputOf("timer.started"),
  inputOf("timer.stopped"),
  inputOf("incident.escalated"),
  inputOf("link.added"),
  inputOf("link.removed"),
  inputOf("cause.chosen"),
]);

export type EventInput = z.infer<typeof eventInputSchema>;
export type ClientEventKind = EventInput["kind"];

/** Parses the stored `data` of a row; throws a ZodError when a row does not fit its kind. */
export function parseEventData<K extends EventKind>(kind: K, data: unknown): EventData<K> {
  return dataShapes[kind].parse(data) as EventData<K>;
}

export function isEventKind(kind: string): kind is EventKind {
  return Object.hasOwn(dataShapes, kind);
}

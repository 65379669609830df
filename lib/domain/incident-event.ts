import { z } from "zod";

/**
 * What can happen in an incident. One shape of `data` for each kind; the rows are stored for good, so a changed
 * shape needs a migration and a reader for the old one.
 */
const reason = z.string().trim().min(1).max(2_000);
const note = z.string().trim().min(1).max(10_000);

const dataShapes = {
  "incident.opened": z.strictObject({ title: z.string(), severity: z.string(), isDrill: z.boolean() }),
  "run.started": z.strictObject({ runbookSlug: z.string(), revision: z.number().int(), title: z.string() }),
  "step.checked": z.strictObject({}),
  "step.unchecked": z.strictObject({}),
  "step.skipped": z.strictObject({ reason }),
  "step.not-applicable": z.strictObject({ reason: reason.optional() }),
  "step.noted": z.strictObject({ note }),
  "incident.noted": z.strictObject({ note }),
  /** `text` has its secret values masked in the browser that sent it. */
  "command.copied": z.strictObject({ commandId: z.string().max(80), text: z.string().max(20_000) }),
  /** `value` is null when it was cleared. Secret values are never sent. */
  "variable.set": z.strictObject({ key: z.string().max(200), value: z.string().max(4_000).nullable() }),
  "status.changed": z.strictObject({
    from: z.enum(["open", "mitigated", "resolved"]),
    to: z.enum(["open", "mitigated", "resolved"]),
    /** Why it was resolved with open steps, or opened again. */
    reason: reason.optional(),
    openSteps: z.number().int().nonnegative().optional(),
  }),
} as const;

export type EventKind = keyof typeof dataShapes;
export type EventData<K extends EventKind> = z.infer<(typeof dataShapes)[K]>;

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
    occurredAt: string;
    recordedAt: string;
  };
}[EventKind];

/** Kinds that a browser may append by itself; the others are made by use cases of the server. */
export const clientEventKinds = [
  "step.checked",
  "step.unchecked",
  "step.skipped",
  "step.not-applicable",
  "step.noted",
  "incident.noted",
  "command.copied",
  "variable.set",
] as const satisfies readonly EventKind[];

export type ClientEventKind = (typeof clientEventKinds)[number];

const noNul = (text: string) => !text.includes("\0");

const base = z.strictObject({
  id: z.uuid(),
  runId: z.uuid().nullable(),
  stepId: z.string().min(1).max(200).refine(noNul).nullable(),
  occurredAt: z.iso.datetime(),
});

const inputOf = <K extends ClientEventKind>(kind: K) =>
  base.extend({ kind: z.literal(kind), data: dataShapes[kind] });

/** Body of `POST /api/v1/incidents/INC-0042/events`. */
export const eventInputSchema = z.discriminatedUnion("kind", [
  inputOf("step.checked"),
  inputOf("step.unchecked"),
  inputOf("step.skipped"),
  inputOf("step.not-applicable"),
  inputOf("step.noted"),
  inputOf("incident.noted"),
  inputOf("command.copied"),
  inputOf("variable.set"),
]);

export type EventInput = z.infer<typeof eventInputSchema>;

/** Parses the stored `data` of a row; throws a ZodError when a row does not fit its kind. */
export function parseEventData<K extends EventKind>(kind: K, data: unknown): EventData<K> {
  return dataShapes[kind].parse(data) as EventData<K>;
}

export function isEventKind(kind: string): kind is EventKind {
  return Object.hasOwn(dataShapes, kind);
}

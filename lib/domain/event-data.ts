import { z } from "zod";
import { incidentStatuses, severities } from "./incident-status";

/**
 * One shape of `data` for each kind of event. The rows are stored for good, so a changed shape needs a migration and
 * a reader for the old one.
 */
const reason = z.string().trim().min(1).max(2_000);
const note = z.string().trim().min(1).max(10_000);
const words = z.string().trim().min(1).max(500);
/** The record knows ids in lower case: an id of another form would be found and then fit nothing. */
const uuid = z.uuid().toLowerCase();
const key = z.string().regex(/^INC-\d{4,9}$/);

export const incidentRoles = ["commander", "scribe", "responder"] as const;
export type IncidentRole = (typeof incidentRoles)[number];

export const linkTypes = ["dashboard", "chat", "tracker", "other"] as const;
export type LinkType = (typeof linkTypes)[number];

/** Only what a browser may open; anything else could be code. */
const webAddress = z
  .url({ protocol: /^https?$/, error: "must be a web address that begins with http:// or https://" })
  .max(2_000);

const longestTimer = 7 * 24 * 3_600;

export const dataShapes = {
  "incident.opened": z.strictObject({ title: z.string(), severity: z.string(), isDrill: z.boolean() }),
  "run.started": z.strictObject({ runbookSlug: z.string(), revision: z.number().int(), title: z.string() }),
  "step.checked": z.strictObject({}),
  /** Whatever its state was: the step is open again. */
  "step.unchecked": z.strictObject({}),
  /** Somebody works on it. */
  "step.claimed": z.strictObject({}),
  /** One of several alternatives is followed: the others of its choice do not apply while it is. */
  "step.chosen": z.strictObject({}),
  "step.skipped": z.strictObject({ reason }),
  "step.not-applicable": z.strictObject({ reason: reason.optional() }),
  /** To be done later; asked for again when the incident is closed. */
  "step.deferred": z.strictObject({ reason: reason.optional() }),
  /** Tried, and it did not work. */
  "step.failed": z.strictObject({ reason: reason.optional() }),
  "step.noted": z.strictObject({ note }),
  /** A step that the runbook does not have; its id is that of the event. `after` null: behind the last one. */
  "step.added": z.strictObject({ text: words, after: z.string().min(1).max(200).nullable() }),
  /** Takes back a step that was added here. */
  "step.removed": z.strictObject({}),
  /** What a command printed, masked in the browser that sent it. */
  "step.output-pasted": z.strictObject({
    text: z.string().trim().min(1).max(20_000),
    /** The command that printed it, when the step has several. */
    commandId: z.string().max(80).nullable(),
  }),
  "incident.noted": z.strictObject({ note }),
  /** `text` has its secret values masked in the browser that sent it. */
  "command.copied": z.strictObject({ commandId: z.string().max(80), text: z.string().max(20_000) }),
  /** `value` is null when it was cleared. Secret values are never sent. */
  "variable.set": z.strictObject({ key: z.string().max(200), value: z.string().max(4_000).nullable() }),
  "status.changed": z.strictObject({
    from: z.enum(incidentStatuses),
    to: z.enum(incidentStatuses),
    /** Why it was resolved with open steps, or opened again. */
    reason: reason.optional(),
    openSteps: z.number().int().nonnegative().optional(),
  }),
  "severity.changed": z.strictObject({
    from: z.enum(severities),
    to: z.enum(severities),
    reason: reason.optional(),
  }),
  /** Commander and scribe are one person at a time: the newest counts. `isHeld` false lays the role down. */
  "role.changed": z.strictObject({
    role: z.enum(incidentRoles),
    personId: uuid,
    personName: z.string(),
    isHeld: z.boolean(),
  }),
  /** The actor hands a role over to a person, with a summary that was written from the record. */
  "shift.handed-over": z.strictObject({
    role: z.enum(incidentRoles),
    personId: uuid,
    personName: z.string(),
    summary: z.string().trim().min(1).max(20_000),
  }),
  /** Its id is that of the event; it ends `seconds` after it happened. */
  "timer.started": z.strictObject({ seconds: z.number().int().min(1).max(longestTimer), label: words }),
  "timer.stopped": z.strictObject({ timerId: uuid }),
  /** A level of the runbook's own escalation table was called. */
  "incident.escalated": z.strictObject({ level: words, contact: words.nullable() }),
  /** Its id is that of the event. */
  "link.added": z.strictObject({ url: webAddress, label: words, type: z.enum(linkTypes) }),
  "link.removed": z.strictObject({ linkId: uuid }),
  /** A cause of the runbook's list applied, or did not after all. */
  "cause.chosen": z.strictObject({ cause: words, isChosen: z.boolean() }),
  /** This incident was a duplicate: the other one goes on. */
  "incident.merged": z.strictObject({ into: key }),
  /** Another incident turned out to be this one. */
  "incident.absorbed": z.strictObject({ from: key, title: z.string() }),
} as const;

export type EventKind = keyof typeof dataShapes;
export type EventData<K extends EventKind> = z.infer<(typeof dataShapes)[K]>;

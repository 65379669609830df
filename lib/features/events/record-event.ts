import "server-only";
import { isDeepStrictEqual } from "node:util";
import { assertCan } from "@/lib/access/assert-can";
import type { Permission } from "@/lib/access/policy";
import { db } from "@/lib/db/client";
import { type Queryable, sql } from "@/lib/db/sql";
import type { Actor } from "@/lib/domain/actor";
import type { EventInput, EventKind, IncidentEvent } from "@/lib/domain/incident-event";
import { formatIncidentKey, type IncidentRef } from "@/lib/domain/incident-key";
import { AppError } from "@/lib/errors";
import { appendEvent, type LockedIncident, plain } from "@/lib/events/append-event";
import { type EventRow, toIncidentEvent } from "@/lib/events/event-row";
import { selectEvents } from "@/lib/events/select-events";
import { idIsTaken, withIncident } from "@/lib/events/with-incident";
import { checkInput, isAllowedAfterResolve, maskData, namesForeignStep } from "./check-input";
import { type CountedIncident, countEvent } from "./count-event";
import { readDeviceTimes } from "./device-times";
import { findRunModel, findRunModels, type RunModel, whereRef } from "./run-model";
import { assertAdded, settleInput } from "./settle-input";

export type Recorded = {
  event: IncidentEvent;
  /** The same id had been recorded before: this is the first answer again. */
  isRepeat: boolean;
};

/**
 * Appends what somebody did in a browser. The id comes from there, so that sending again after a lost answer is
 * always safe: a repeat gets the first answer, whatever has changed in between: the incident, the revision's reading, the
 * rights of the actor. Throws AppError: "forbidden", "not-found", "invalid" (it does not fit the incident), "conflict"
 * (the incident has moved on), "unavailable" (try again).
 */
export async function recordEvent(actor: Actor, ref: IncidentRef, given: EventInput): Promise<Recorded> {
  const input = withPlainIds(given);
  try {
    return await judgeAndRecord(actor, ref, input);
  } catch (error) {
    // Only what is about to be refused pays for this look: under the lock each event is looked for anyway.
    const isRefused = error instanceof AppError && (error.code === "forbidden" || error.code === "invalid");
    const first = isRefused ? await findFirst(actor, ref, input) : null;
    if (!first) throw error;
    return { event: first, isRepeat: true };
  }
}

/** What the record has of this very act; rows never change, so no lock is needed. */
async function findFirst(actor: Actor, ref: IncidentRef, input: EventInput): Promise<IncidentEvent | null> {
  const known = await db().event.findUnique({
    where: { id: input.id, actorId: actor.id, incident: whereRef(ref) },
  });
  if (!known) return null;
  const model = input.runId === null ? null : await findRunModel(input.runId);
  const said = { ...input, data: maskData(input, model) } as EventInput;
  return isRepeatOf(known, { id: known.incidentId }, actor, said) ? toIncidentEvent(known) : null;
}

async function judgeAndRecord(actor: Actor, ref: IncidentRef, input: EventInput): Promise<Recorded> {
  // Before any work on the text; asked again under the lock.
  assertCan(actor, permissionOf(input));
  const model = input.runId === null ? null : await findRunModel(input.runId);
  const data = checkInput(input, model);
  // Compiled before the lock: nobody should wait for a compiler.
  const isClosing = input.kind === "status.changed" && input.data.to === "resolved";
  const models = isClosing ? await findRunModels(ref) : new Map<string, RunModel>();
  if (model && input.runId !== null) models.set(input.runId, model);
  const { counted, ...recorded } = await withIncident(ref, (tx, incident) =>
    record(tx, incident, actor, { ...input, data } as EventInput, models),
  );
  if (!recorded.isRepeat) countEvent(counted, recorded.event);
  return recorded;
}

const permissionOf = ({ kind }: EventInput): Permission =>
  kind === "status.changed" ? "incident.change-status" : "event.append";

async function record(
  tx: Queryable,
  incident: LockedIncident,
  actor: Actor,
  input: EventInput,
  models: ReadonlyMap<string, RunModel>,
): Promise<Recorded & { counted: CountedIncident }> {
  const { number, isDrill } = incident;
  const counted = { number, isDrill };
  // After the lock, or parallel repeats would race to the unique index.
  const [known] = await selectEvents(tx, sql`id = ${input.id}::uuid`);
  if (known) {
    if (!isRepeatOf(known, incident, actor, input)) throw idIsTaken();
    return { event: toIncidentEvent(known), isRepeat: true, counted };
  }
  assertCan(actor, permissionOf(input));
  await assertNotMerged(tx, incident);
  const model = models.get(input.runId ?? "") ?? null;
  if (model && model.incidentId !== incident.id) {
    throw new AppError("invalid", "This runbook is not followed in this incident. Reload the page.");
  }
  // A step that was added belongs to the phase of the one it follows.
  const place = namesForeignStep(input, model)
    ? await assertAdded(tx, incident, input.runId, input.stepId ?? "")
    : input.stepId;
  if (incident.status === "resolved" && !isAllowedAfterResolve(input.kind, place, model)) {
    throw new AppError(
      "conflict",
      "The incident is resolved, so its checklist is closed. Open it again to change steps, or write a note.",
    );
  }
  const { data, follow } = await settleInput(tx, incident, input, models);
  const { id, kind, runId, stepId } = input;
  const times = readDeviceTimes(input, new Date());
  const event = await appendEvent<EventKind>(tx, incident, {
    id,
    kind,
    runId,
    stepId,
    data,
    actor,
    ...times,
  });
  await follow?.();
  return { event, isRepeat: false, counted };
}

/** A duplicate is closed for good: what happens is written down where the work goes on. */
async function assertNotMerged(tx: Queryable, { mergedIntoId }: LockedIncident): Promise<void> {
  if (mergedIntoId === null) return;
  const [target] = await tx.$queryRaw<{ number: number }[]>(
    sql`SELECT number FROM incidents WHERE id = ${mergedIntoId}::uuid`,
  );
  const key = target ? formatIncidentKey(target.number) : "another one";
  throw new AppError("conflict", `This incident was merged into ${key}, which goes on. Work there.`);
}

/** What the server adds to what a browser said (settle-input.ts). */
const addedByServer: Partial<Record<EventKind, readonly string[]>> = {
  "status.changed": ["from", "openSteps"],
  "severity.changed": ["from"],
  "role.changed": ["personName"],
  "shift.handed-over": ["personName"],
};

/** Whether a row holds what the input says, no more and no less: an id stands for one body. */
function isRepeatOf(
  known: EventRow,
  incident: Pick<LockedIncident, "id">,
  actor: Actor,
  input: EventInput,
): boolean {
  const added = addedByServer[input.kind] ?? [];
  const kept = Object.entries(plain(known.data)).filter(([name]) => !added.includes(name));
  return (
    known.incidentId === incident.id &&
    known.actorId === actor.id &&
    known.kind === input.kind &&
    known.runId === input.runId &&
    known.stepId === input.stepId &&
    isDeepStrictEqual(Object.fromEntries(kept), plain(input.data))
  );
}

/** Postgres gives UUIDs back in lower case; a repeat must compare equal. */
function withPlainIds(input: EventInput): EventInput {
  const id = input.id.toLowerCase();
  return {
    ...input,
    id,
    runId: input.runId?.toLowerCase() ?? null,
    ...(input.kind === "step.added" && { stepId: input.stepId?.toLowerCase() ?? null }),
  };
}

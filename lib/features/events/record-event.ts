import "server-only";
import { isDeepStrictEqual } from "node:util";
import { assertCan } from "@/lib/access/assert-can";
import type { Permission } from "@/lib/access/policy";
import type { Prisma, Tx } from "@/lib/db/client";
import type { Actor } from "@/lib/domain/actor";
import type { EventInput, EventKind, IncidentEvent } from "@/lib/domain/incident-event";
import type { IncidentRef } from "@/lib/domain/incident-key";
import { AppError } from "@/lib/errors";
import { appendEvent, type LockedIncident, plain } from "@/lib/events/append-event";
import { toIncidentEvent } from "@/lib/events/event-row";
import { idIsTaken, withIncident } from "@/lib/events/with-incident";
import { checkInput, isAllowedAfterResolve, namesForeignStep } from "./check-input";
import { type CountedIncident, countEvent } from "./count-event";
import { readDeviceTimes } from "./device-times";
import { findRunModel, findRunModels, type RunModel } from "./run-model";
import { assertAdded, settleInput } from "./settle-input";

export type Recorded = {
  event: IncidentEvent;
  /** The same id had been recorded before: this is the first answer again. */
  isRepeat: boolean;
};

/**
 * Appends what somebody did in a browser. The id comes from there, so that sending again after a lost answer is
 * always safe: a repeat gets the first answer, also when the incident was resolved in between. Throws AppError:
 * "forbidden", "not-found", "invalid" (it does not fit the incident), "conflict" (the incident has moved on), "unavailable" (try again).
 */
export async function recordEvent(actor: Actor, ref: IncidentRef, given: EventInput): Promise<Recorded> {
  // Before any work on the text; asked again under the lock.
  assertCan(actor, permissionOf(given));
  const input = withPlainIds(given);
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
  tx: Tx,
  incident: LockedIncident,
  actor: Actor,
  input: EventInput,
  models: ReadonlyMap<string, RunModel>,
): Promise<Recorded & { counted: CountedIncident }> {
  const { number, isDrill } = incident;
  const counted = { number, isDrill };
  // After the lock, or parallel repeats would race to the unique index.
  const known = await tx.event.findUnique({ where: { id: input.id } });
  if (known) {
    if (!isRepeatOf(known, incident, actor, input)) throw idIsTaken();
    return { event: toIncidentEvent(known), isRepeat: true, counted };
  }
  assertCan(actor, permissionOf(input));
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

type EventRow = Prisma.EventGetPayload<Record<never, never>>;

/** Whether a row holds what the input says. The server may have added to it; what the browser said must be there. */
function isRepeatOf(known: EventRow, incident: LockedIncident, actor: Actor, input: EventInput): boolean {
  const kept = plain(known.data);
  const said = plain(input.data);
  const isAdditive = ["status.changed", "severity.changed", "role.changed", "shift.handed-over"].includes(
    input.kind,
  );
  return (
    known.incidentId === incident.id &&
    known.actorId === actor.id &&
    known.kind === input.kind &&
    known.runId === input.runId &&
    known.stepId === input.stepId &&
    (isAdditive
      ? Object.entries(said).every(([name, value]) => isDeepStrictEqual(kept[name], value))
      : isDeepStrictEqual(kept, said))
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

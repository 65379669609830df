import "server-only";
import { isDeepStrictEqual } from "node:util";
import { assertCan } from "@/lib/access/assert-can";
import type { Tx } from "@/lib/db/client";
import type { Actor } from "@/lib/domain/actor";
import type { EventInput, IncidentEvent } from "@/lib/domain/incident-event";
import { AppError } from "@/lib/errors";
import { appendEvent, type LockedIncident, plain } from "@/lib/events/append-event";
import { toIncidentEvent } from "@/lib/events/event-row";
import { idIsTaken, withIncident } from "@/lib/events/with-incident";
import { checkInput, isAllowedAfterResolve } from "./check-input";
import { countEvent } from "./count-event";
import { findRunModel, type RunModel } from "./run-model";

export type Recorded = {
  event: IncidentEvent;
  /** The same id had been recorded before: this is the first answer again. */
  isRepeat: boolean;
};

const longestDistance = 366 * 24 * 3_600_000;

/**
 * Appends what somebody did in a browser. The id comes from there, so that sending again after a lost answer is
 * always safe: a repeat gets the first answer, also when the incident was resolved in between.
 */
export async function recordEvent(
  actor: Actor,
  incidentNumber: number,
  given: EventInput,
): Promise<Recorded> {
  // Before any work on the text; asked again under the lock.
  assertCan(actor, "event.append");
  const input = withPlainIds(given);
  const model = input.runId === null ? null : await findRunModel(input.runId);
  const data = checkInput(input, model);
  const recorded = await withIncident(incidentNumber, (tx, incident) =>
    record(tx, incident, actor, { ...input, data } as EventInput, model),
  );
  if (!recorded.isRepeat) countEvent(incidentNumber, recorded.event);
  return recorded;
}

async function record(
  tx: Tx,
  incident: LockedIncident,
  actor: Actor,
  input: EventInput,
  model: RunModel | null,
): Promise<Recorded> {
  // After the lock, or parallel repeats would race to the unique index.
  const known = await tx.event.findUnique({ where: { id: input.id } });
  if (known) {
    const isSame =
      known.incidentId === incident.id &&
      known.actorId === actor.id &&
      known.kind === input.kind &&
      known.runId === input.runId &&
      known.stepId === input.stepId &&
      isDeepStrictEqual(known.data, plain(input.data));
    if (!isSame) throw idIsTaken();
    return { event: toIncidentEvent(known), isRepeat: true };
  }
  assertCan(actor, "event.append");
  if (model && model.incidentId !== incident.id) {
    throw new AppError("invalid", "This runbook is not followed in this incident. Reload the page.");
  }
  if (incident.status === "resolved" && !isAllowedAfterResolve(input.kind)) {
    throw new AppError(
      "conflict",
      "The incident is resolved, so its checklist is closed. Open it again to change steps, or write a note.",
    );
  }
  const occurredAt = believableTime(input.occurredAt);
  const event = await appendEvent(tx, incident, {
    ...input,
    occurredAt,
    actor: { id: actor.id, name: actor.name },
  });
  return { event, isRepeat: false };
}

/** A browser's clock may be wrong, and a tick is worth more than its time: a year off is taken as now. */
function believableTime(text: string): Date {
  const time = new Date(text);
  const distance = Math.abs(time.getTime() - Date.now());
  return distance <= longestDistance ? time : new Date();
}

/** Postgres gives UUIDs back in lower case; a repeat must compare equal. */
function withPlainIds(input: EventInput): EventInput {
  return {
    ...input,
    id: input.id.toLowerCase(),
    runId: input.runId?.toLowerCase() ?? null,
  };
}

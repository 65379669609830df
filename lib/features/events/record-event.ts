import "server-only";
import { isDeepStrictEqual } from "node:util";
import { assertCan } from "@/lib/access/assert-can";
import { db, type Tx } from "@/lib/db/client";
import { isUniqueViolation } from "@/lib/db/errors";
import { retryOnConflict } from "@/lib/db/retry";
import type { Actor } from "@/lib/domain/actor";
import type { EventInput, IncidentEvent } from "@/lib/domain/incident-event";
import { AppError } from "@/lib/errors";
import { appendEvent, lockIncident, plain } from "@/lib/events/append-event";
import { toIncidentEvent } from "@/lib/events/event-row";
import { checkInput, isAllowedAfterResolve } from "./check-input";
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
export async function recordEvent(actor: Actor, incidentNumber: number, given: EventInput): Promise<Recorded> {
  const input = withPlainIds(given);
  const model = input.runId === null ? null : await findRunModel(input.runId);
  const data = checkInput(input, model);
  try {
    return await retryOnConflict(() =>
      db().$transaction((tx) => record(tx, actor, incidentNumber, { ...input, data } as EventInput, model), {
        maxWait: 4_000,
        timeout: 5_000,
      }),
    );
  } catch (error) {
    // Under the lock of this incident only another incident can have taken the id in between.
    if (isUniqueViolation(error)) throw idIsTaken();
    throw error;
  }
}

async function record(
  tx: Tx,
  actor: Actor,
  incidentNumber: number,
  input: EventInput,
  model: RunModel | null,
): Promise<Recorded> {
  const incident = await lockIncident(tx, incidentNumber);
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

function idIsTaken(): AppError {
  return new AppError("conflict", "Another event has this id already. Reload the page and try again.");
}

/** Postgres gives UUIDs back in lower case; a repeat must compare equal. */
function withPlainIds(input: EventInput): EventInput {
  return {
    ...input,
    id: input.id.toLowerCase(),
    runId: input.runId?.toLowerCase() ?? null,
  };
}

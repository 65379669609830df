import type { Prisma } from "@/lib/db/client";
import { type IncidentEvent, isEventKind, parseEventData } from "@/lib/domain/incident-event";

export type EventRow = Prisma.EventGetPayload<Record<never, never>>;

/**
 * A stored row as browsers receive it. Throws when the row does not fit its kind: a row that nobody can read must
 * be seen, not skipped.
 */
export function toIncidentEvent(row: EventRow): IncidentEvent {
  if (!isEventKind(row.kind)) throw new Error(`Event ${row.id} has the unknown kind ${row.kind}.`);
  return {
    id: row.id,
    seq: row.seq,
    kind: row.kind,
    runId: row.runId,
    stepId: row.stepId,
    data: parseEventData(row.kind, row.data),
    actorId: row.actorId,
    actorName: row.actorName,
    occurredAt: row.occurredAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
    recordedAt: row.recordedAt.toISOString(),
    // The kind chooses the shape of the data, which the compiler cannot follow through a variable.
  } as IncidentEvent;
}

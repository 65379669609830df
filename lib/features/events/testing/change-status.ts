import type { Actor } from "@/lib/domain/actor";
import type { IncidentStatus } from "@/lib/domain/incident-status";
import { type Recorded, recordEvent } from "../record-event";

type Change = { id: string; to: IncidentStatus; reason: string | null };

/** Moves an incident to another status, as a board does. */
export function changeStatus(actor: Actor, number: number, { id, to, reason }: Change): Promise<Recorded> {
  return recordEvent(actor, number, {
    id,
    kind: "status.changed",
    runId: null,
    stepId: null,
    data: { to, ...(reason && { reason }) },
    occurredAt: new Date().toISOString(),
  });
}

import { uuidv7 } from "uuidv7";
import { detailOf } from "@/components/outbox/send-entry";
import type { IncidentEvent } from "@/lib/domain/incident-event";
import type { IncidentStatus } from "@/lib/domain/incident-status";

export type StatusAnswer = { ok: true; event: IncidentEvent } | { ok: false; message: string };

/** Makes the request for one change; calling it again sends the same one, so it can never count twice. */
export function prepareStatusChange(
  incidentKey: string,
  to: IncidentStatus,
): (reason: string | null) => Promise<StatusAnswer> {
  // A refused change may be sent again with a reason: it then is another one.
  let last: { reason: string | null; id: string } | null = null;
  return async (reason) => {
    last = last && last.reason === reason ? last : { reason, id: uuidv7() };
    try {
      const response = await fetch(`/api/v1/incidents/${incidentKey}/events`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({
          id: last.id,
          kind: "status.changed",
          runId: null,
          stepId: null,
          data: { to, ...(reason && { reason }) },
          occurredAt: new Date().toISOString(),
        }),
        signal: AbortSignal.timeout(8_000),
      });
      if (!response.ok) return { ok: false, message: (await detailOf(response)) ?? "Try again." };
      return { ok: true, event: ((await response.json()) as { event: IncidentEvent }).event };
    } catch {
      return { ok: false, message: "The portal cannot be reached. Try again; it cannot count twice." };
    }
  };
}

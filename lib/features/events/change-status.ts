import "server-only";
import { type Queryable, sql } from "@/lib/db/sql";
import { applyToBoard, emptyBoard } from "@/lib/domain/board-state";
import { stateAfter } from "@/lib/domain/checklist";
import { addedSteps, withAddedSteps } from "@/lib/domain/facts/added-steps";
import type { EventInput } from "@/lib/domain/incident-event";
import { type IncidentStatus, needsReason, refuseStatusChange } from "@/lib/domain/incident-status";
import { leftAtClosing, statesOf } from "@/lib/domain/step-states";
import { AppError } from "@/lib/errors";
import type { LockedIncident } from "@/lib/events/append-event";
import { toIncidentEvent } from "@/lib/events/event-row";
import { selectEvents } from "@/lib/events/select-events";
import type { RunModel } from "./run-model";
import type { Settled } from "./settle-input";

type Change = Extract<EventInput, { kind: "status.changed" }>["data"];

/**
 * Moves an incident on, or back to open. Resolving with open steps and opening again need a reason; how many were
 * open is counted here and kept in the event.
 */
export async function changeStatus(
  tx: Queryable,
  incident: LockedIncident,
  { to, reason }: Change,
  models: ReadonlyMap<string, RunModel>,
): Promise<Settled> {
  const from = incident.status;
  const openSteps = to === "resolved" ? await countLeft(tx, incident, models) : 0;
  const refusal = refuseStatusChange({ from, to, openSteps, reason: reason ?? null });
  if (refusal) {
    const isReasonMissing = needsReason({ from, to, openSteps }) && !reason && from !== to;
    throw new AppError(isReasonMissing ? "invalid" : "conflict", refusal, {
      details: { openSteps, currentStatus: from },
      fields: isReasonMissing ? { reason: refusal } : {},
    });
  }
  return {
    data: {
      from,
      to,
      ...(reason ? { reason } : {}),
      ...(to === "resolved" && openSteps !== null ? { openSteps } : {}),
    },
    follow: () =>
      tx.$queryRaw(sql`
        UPDATE incidents SET status = ${to}::"IncidentStatus", ${timesAt(to)} WHERE id = ${incident.id}::uuid`),
  };
}

/**
 * What closing leaves behind: steps that are open, being worked on or put off, without those for afterwards. Null when
 * a runbook's text cannot be read.
 */
async function countLeft(
  tx: Queryable,
  incident: LockedIncident,
  models: ReadonlyMap<string, RunModel>,
): Promise<number | null> {
  if ([...models.values()].some(({ areStepsKnown }) => !areStepsKnown)) return null;
  const kinds = [...Object.keys(stateAfter), "step.added", "step.removed"];
  const rows = await selectEvents(
    tx,
    sql`incident_id = ${incident.id}::uuid AND kind = ANY(${kinds}::text[])`,
  );
  const { checklist, facts } = rows.map(toIncidentEvent).reduce(applyToBoard, emptyBoard);
  let left = 0;
  for (const [runId, model] of models) {
    const steps = withAddedSteps([...model.steps.values()], addedSteps(facts, runId));
    left += leftAtClosing(steps, statesOf(steps, checklist, runId)).length;
  }
  return left;
}

/** What the row keeps of the way here; the events have all of it. */
function timesAt(to: IncidentStatus) {
  if (to === "open") return sql`mitigated_at = NULL, resolved_at = NULL`;
  return to === "mitigated"
    ? sql`mitigated_at = clock_timestamp(), resolved_at = NULL`
    : sql`resolved_at = clock_timestamp()`;
}

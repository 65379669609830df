import "server-only";
import { type Queryable, sql } from "@/lib/db/sql";
import { atLeast, type Role } from "@/lib/domain/actor";
import { resolveAfter } from "@/lib/domain/facts/added-steps";
import { type EventInput, type IncidentEvent, parseEventData } from "@/lib/domain/incident-event";
import { AppError } from "@/lib/errors";
import type { LockedIncident } from "@/lib/events/append-event";
import { selectEvents } from "@/lib/events/select-events";
import { changeStatus } from "./change-status";
import type { RunModel } from "./run-model";

export type Settled = {
  /** As the record keeps it, with what only the server knows. */
  data: IncidentEvent["data"];
  /** Brings the incident's own row up to what the event says; called once the event is in. */
  follow?: () => Promise<unknown>;
};

/**
 * Makes of what a browser said what the record keeps, under the lock of the incident: the state before a change, the
 * names of people. Throws AppError when the record has nothing that the event could speak of.
 */
export async function settleInput(
  tx: Queryable,
  incident: LockedIncident,
  input: EventInput,
  models: ReadonlyMap<string, RunModel>,
): Promise<Settled> {
  switch (input.kind) {
    case "status.changed":
      return changeStatus(tx, incident, input.data, models);
    case "severity.changed": {
      const { to } = input.data;
      if (incident.severity === to) throw new AppError("conflict", `The incident is ${to} already.`);
      return {
        data: { ...input.data, from: incident.severity },
        follow: () =>
          tx.$queryRaw(sql`
            UPDATE incidents SET severity = ${to}::"Severity" WHERE id = ${incident.id}::uuid`),
      };
    }
    case "role.changed": {
      // A role can be laid down for somebody who has left, or may run no incident any more.
      const { personId, isHeld } = input.data;
      return { data: { ...input.data, personName: await nameOf(tx, personId, { mayServe: isHeld }) } };
    }
    case "shift.handed-over": {
      const personName = await nameOf(tx, input.data.personId, { mayServe: true });
      return { data: { ...input.data, personName } };
    }
    case "timer.stopped":
      await assertEvent(tx, incident, input.data.timerId, "timer.started", "There is no such timer here.");
      break;
    case "link.removed":
      await assertEvent(tx, incident, input.data.linkId, "link.added", "There is no such link here.");
      break;
    case "step.added":
      await assertPlace(tx, incident, input, models);
      break;
    case "step.removed":
      await assertAdded(tx, incident, input.runId, input.stepId ?? "");
      break;
  }
  return { data: input.data };
}

/**
 * Asks the record for a step that was added to this run. Gives the step of the runbook that it follows, through others
 * that were added; null at the end. Throws AppError "invalid" when there is none.
 */
export async function assertAdded(
  tx: Queryable,
  incident: Pick<LockedIncident, "id">,
  runId: string | null,
  stepId: string,
): Promise<string | null> {
  const rows = await selectEvents(
    tx,
    sql`incident_id = ${incident.id}::uuid AND run_id IS NOT DISTINCT FROM ${runId}::uuid AND kind = 'step.added'`,
  );
  const added = new Map(rows.map((row) => [row.stepId, parseEventData("step.added", row.data).after]));
  if (!added.has(stepId)) {
    throw new AppError("invalid", "The revision that is followed here has no such step. Reload the page.");
  }
  return resolveAfter(stepId, added, () => true);
}

async function assertPlace(
  tx: Queryable,
  incident: LockedIncident,
  { runId, data: { after } }: Extract<EventInput, { kind: "step.added" }>,
  models: ReadonlyMap<string, RunModel>,
): Promise<void> {
  if (after === null || models.get(runId ?? "")?.steps.has(after)) return;
  await assertAdded(tx, incident, runId, after);
}

async function assertEvent(
  tx: Queryable,
  incident: LockedIncident,
  id: string,
  kind: IncidentEvent["kind"],
  message: string,
): Promise<void> {
  const [found] = await selectEvents(
    tx,
    sql`id = ${id}::uuid AND incident_id = ${incident.id}::uuid AND kind = ${kind}`,
  );
  if (!found) throw new AppError("invalid", message);
}

type Person = { name: string; role: Role; isDisabled: boolean };

/** `mayServe`: the person must be able to run an incident. */
async function nameOf(tx: Queryable, personId: string, { mayServe }: { mayServe: boolean }): Promise<string> {
  const [person] = await tx.$queryRaw<Person[]>(sql`
    SELECT name, role::text AS role, disabled_at IS NOT NULL AS "isDisabled"
    FROM users WHERE id = ${personId}::uuid`);
  if (!person || (mayServe && person.isDisabled)) {
    throw new AppError("invalid", "There is no such person any more. Choose another one.");
  }
  if (mayServe && !atLeast(person.role, "responder")) {
    throw new AppError(
      "invalid",
      `${person.name} may not run incidents. Choose another one, or ask an admin for the responder role.`,
    );
  }
  return person.name;
}

import "server-only";
import { uuidv7 } from "uuidv7";
import { z } from "zod";
import { assertCan } from "@/lib/access/assert-can";
import { db, type Tx } from "@/lib/db/client";
import { isUniqueViolation } from "@/lib/db/errors";
import type { Actor } from "@/lib/domain/actor";
import { formatIncidentKey } from "@/lib/domain/incident-key";
import { severities } from "@/lib/domain/incident-status";
import { isStorable } from "@/lib/domain/storable-text";
import { AppError } from "@/lib/errors";
import { appendEvent } from "@/lib/events/append-event";
import { metrics } from "@/lib/metrics";

export const openIncidentSchema = z.strictObject({
  /** Made by the form, so that sending twice opens one incident; also what an offline browser calls it until then. */
  id: z.uuid().transform((id) => id.toLowerCase()),
  /** Id of its run, for a browser that goes on before the portal has answered. */
  runId: z
    .uuid()
    .transform((id) => id.toLowerCase())
    .optional(),
  /** The device's clock when it was opened there, and when it was sent. */
  occurredAt: z.iso.datetime().optional(),
  sentAt: z.iso.datetime().optional(),
  /** Number of the revision that the device shows, for one that could not ask for the current one. */
  revision: z.number().int().min(1).max(2_147_483_647).optional(),
  runbookSlug: z.string({ error: "Choose a runbook" }).min(1, "Choose a runbook").max(200).refine(isStorable),
  title: z
    .string()
    .trim()
    .min(1, "Say in a few words what is wrong")
    .max(200, "Keep it under 200 characters")
    .refine(isStorable, "A character in it cannot be stored"),
  severity: z.enum(severities, { error: "Choose a severity" }),
  isDrill: z.boolean(),
});

export type OpenIncidentInput = z.infer<typeof openIncidentSchema>;

export type OpenedIncident = { key: string; id: string; runId: string };

/**
 * Opens an incident and starts a run in it, of the revision that the input names, else of the runbook's current one.
 * The same id again gives the same answer, also to who may open none any more. Throws AppError "forbidden", "conflict"
 * (somebody else's id, or a run's) or "not-found" (the runbook is gone, or never had that revision).
 */
export async function openIncident(actor: Actor, input: OpenIncidentInput): Promise<OpenedIncident> {
  const { incident, isNew } = await openOnce(actor, input);
  if (isNew && !input.isDrill) metrics().incidentsCreated.inc({ source: "portal" });
  return { key: formatIncidentKey(incident.number), id: input.id, runId: incident.runId };
}

type Opened = { number: number; runId: string };

async function openOnce(
  actor: Actor,
  input: OpenIncidentInput,
): Promise<{ incident: Opened; isNew: boolean }> {
  try {
    return await db().$transaction(
      async (tx) => {
        const known = await findOpened(tx, actor, input);
        return known === null
          ? { incident: await open(tx, actor, input), isNew: true }
          : { incident: known, isNew: false };
      },
      { maxWait: 4_000 },
    );
  } catch (error) {
    // The incident's id was looked for under its lock.
    if (!isUniqueViolation(error)) throw error;
    throw new AppError("conflict", "Another run has this id already. Start the incident anew.", {
      cause: error,
    });
  }
}

async function findOpened(tx: Tx, actor: Actor, input: OpenIncidentInput): Promise<Opened | null> {
  // Two clicks at once must meet here, not in the unique index.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${input.id}, 0))`;
  const known = await tx.incident.findUnique({
    where: { id: input.id },
    include: { runs: { orderBy: { startedAt: "asc" }, take: 1 } },
  });
  // Our own repeat, whatever the role is by now.
  if (known?.openedById !== actor.id) assertCan(actor, "incident.open");
  if (!known) return null;
  if (known.openedById !== actor.id)
    throw new AppError("conflict", "Another incident has this id already. Reload the page.");
  return { number: known.number, runId: known.runs[0]?.id ?? "" };
}

async function open(tx: Tx, actor: Actor, input: OpenIncidentInput): Promise<Opened> {
  const { title, severity, isDrill } = input;
  const runbook = await tx.runbook.findUnique({
    where: { slug: input.runbookSlug },
  });
  if (!runbook) {
    throw new AppError("not-found", "There is no such runbook any more. Choose another one.", {
      fields: { runbookSlug: "Choose another runbook" },
    });
  }
  assertCan(actor, "runbook.read", runbook);
  const revision = await tx.revision.findUnique({
    where: {
      runbookId_number: {
        runbookId: runbook.id,
        number: input.revision ?? runbook.currentRevision,
      },
    },
  });
  if (!revision && input.revision !== undefined) {
    throw new AppError(
      "not-found",
      `This runbook has no revision ${input.revision}. Start the incident anew.`,
    );
  }
  if (!revision) {
    throw new AppError("not-found", "This runbook has no text yet. Choose another one.", {
      fields: { runbookSlug: "Choose another runbook" },
    });
  }

  const incident = await tx.incident.create({
    data: {
      id: input.id,
      title,
      severity,
      isDrill,
      runbookId: runbook.id,
      openedById: actor.id,
      openedAt: openedAtOf(input),
    },
  });
  const run = await tx.run.create({
    data: { ...(input.runId && { id: input.runId }), incidentId: incident.id, revisionId: revision.id },
  });
  // Nobody else sees the new row before the commit, so it needs no lock.
  const common = { stepId: null, occurredAt: incident.openedAt, actor };
  await appendEvent(tx, incident, {
    ...common,
    id: uuidv7(),
    kind: "incident.opened",
    runId: null,
    data: { title, severity, isDrill },
  });
  await appendEvent(tx, incident, {
    ...common,
    id: uuidv7(),
    kind: "run.started",
    runId: run.id,
    data: {
      runbookSlug: runbook.slug,
      revision: revision.number,
      title: revision.title,
    },
  });
  return { number: incident.number, runId: run.id };
}

const longestWait = 14 * 24 * 3_600_000;

/** Now, less the time for which it waited on a device that could not reach the portal. */
function openedAtOf({ occurredAt, sentAt }: OpenIncidentInput): Date {
  const waited = occurredAt && sentAt ? Date.parse(sentAt) - Date.parse(occurredAt) : 0;
  return new Date(Date.now() - Math.min(Math.max(waited, 0), longestWait));
}

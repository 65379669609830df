import "server-only";
import { assertCan } from "@/lib/access/assert-can";
import { db } from "@/lib/db/client";
import { isUnavailable } from "@/lib/db/errors";
import { riskWordsOf } from "@/lib/db/risk-words";
import type { Actor } from "@/lib/domain/actor";
import { maskSecrets } from "@/lib/domain/commands/mask-secrets";
import type { Variable } from "@/lib/domain/document";
import type { IncidentEvent } from "@/lib/domain/incident-event";
import { formatIncidentKey } from "@/lib/domain/incident-key";
import { maskEvent } from "@/lib/domain/mask-event";
import { reviewJson } from "@/lib/domain/review-json";
import { reviewMarkdown } from "@/lib/domain/review-markdown";
import type { ReviewPage } from "@/lib/domain/review-page";
import { foldReview } from "@/lib/domain/timeline";
import { AppError } from "@/lib/errors";
import { toIncidentEvent } from "@/lib/events/event-row";
import { compileRunbook } from "@/lib/mdx/compile-runbook";
import { incidentNumberOf } from "./incident-number";

const batch = 1_000;

/**
 * The review of an incident: each run with the revision that it is pinned to, and all events, folded and masked.
 * Throws AppError "unavailable" while the database is away.
 */
export async function getReview(actor: Actor, key: string): Promise<ReviewPage> {
  assertCan(actor, "incident.read");
  try {
    return await loadReview(key);
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    throw new AppError("unavailable", "The review cannot be shown while the database is away.", {
      cause: error,
    });
  }
}

async function loadReview(key: string): Promise<ReviewPage> {
  const incident = await findIncident(key);
  const compiled = await Promise.all(
    incident.runs.map(async (run) => {
      const { source, format, runbook } = run.revision;
      const { model } = await compileRunbook({ source, format, riskWords: riskWordsOf(runbook.squad) });
      return { run, model };
    }),
  );
  const variables = compiled.flatMap(({ model }) => model.variables);
  const events = (await readAll(incident.id)).map((event) => maskEvent(event, variables));
  const { id, number, severity, isDrill } = incident;
  const openedAt = incident.openedAt.toISOString();
  const review = foldReview(
    openedAt,
    compiled.map(({ run, model }) => ({ id: run.id, title: run.revision.title, model })),
    events,
  );
  return {
    incident: {
      id,
      number,
      key: formatIncidentKey(number),
      title: mask(incident.title, variables),
      severity,
      isDrill,
      openedAt,
      openedBy: incident.openedBy.name,
    },
    runs: incident.runs.map(({ id: runId, startedAt, revision }) => ({
      id: runId,
      startedAt: startedAt.toISOString(),
      runbook: {
        slug: revision.runbook.slug,
        title: revision.title,
        squadName: revision.runbook.squad?.name ?? null,
      },
      revision: revision.number,
      newestRevision: revision.runbook.currentRevision,
      sha256: revision.sha256,
    })),
    review,
    events,
  };
}

export const exportFormats = ["md", "json"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** The review as a file: its name, its type and its text. */
export async function exportReview(
  actor: Actor,
  key: string,
  format: ExportFormat,
): Promise<{ name: string; contentType: string; body: string }> {
  assertCan(actor, "incident.export");
  const page = await getReview(actor, key);
  const name = `${page.incident.key}.${format}`;
  return format === "md"
    ? { name, contentType: "text/markdown; charset=utf-8", body: reviewMarkdown(page, new Date()) }
    : {
        name,
        contentType: "application/json; charset=utf-8",
        body: JSON.stringify(reviewJson(page, new Date()), null, 2),
      };
}

async function findIncident(key: string) {
  const incident = await db().incident.findUnique({
    where: { number: incidentNumberOf(key) },
    include: {
      openedBy: { select: { name: true } },
      runs: {
        orderBy: { startedAt: "asc" },
        include: {
          revision: {
            include: { runbook: { include: { squad: { select: { name: true, riskWords: true } } } } },
          },
        },
      },
    },
  });
  if (!incident) throw new AppError("not-found", "There is no incident at this address.");
  return incident;
}

async function readAll(incidentId: string): Promise<IncidentEvent[]> {
  const events: IncidentEvent[] = [];
  for (;;) {
    const rows = await db().event.findMany({
      where: { incidentId, seq: { gt: events.at(-1)?.seq ?? 0 } },
      orderBy: { seq: "asc" },
      take: batch,
    });
    events.push(...rows.map(toIncidentEvent));
    if (rows.length < batch) return events;
  }
}

function mask(text: string, variables: Variable[]): string {
  return maskSecrets(text, {}, variables);
}

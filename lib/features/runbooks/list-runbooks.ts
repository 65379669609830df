import "server-only";
import { can } from "@/lib/access/policy";
import type { Actor } from "@/lib/domain/actor";
import { incidentSteps } from "@/lib/domain/incident-steps";
import { getLibrary, type LibraryEntry } from "./library";

export type RunbookSummary = {
  slug: string;
  title: string;
  squadName: string | null;
  squadId: string | null;
  service: string | null;
  /** ISO 8601 in UTC. */
  updatedAt: string;
  isTemplate: boolean;
  revision: number;
  stepCount: number;
  commandCount: number;
  alerts: string[];
};

export type RunbookList = {
  runbooks: RunbookSummary[];
  /** What can be filtered by: the squads and services of all runbooks, not only of the shown ones. */
  squads: { slug: string; name: string }[];
  services: string[];
  stale: { asOf: string } | null;
};

/** Runbooks and templates by title, filtered by squad slug and service name. */
export async function listRunbooks(
  actor: Actor,
  filter: { squad?: string; service?: string } = {},
): Promise<RunbookList> {
  const { entries, staleSince } = await getLibrary();
  const readable = [...entries.values()].filter((entry) =>
    can(actor, "runbook.read", { squadId: entry.squad?.id ?? null }),
  );
  const shown = readable.filter(
    (entry) =>
      (!filter.squad || entry.squad?.slug === filter.squad) &&
      (!filter.service || entry.service === filter.service),
  );
  const squads = new Map(readable.flatMap(({ squad }) => (squad ? [[squad.slug, squad.name] as const] : [])));
  return {
    runbooks: shown.map(summarise),
    squads: [...squads].map(([slug, name]) => ({ slug, name })).sort((a, b) => a.name.localeCompare(b.name)),
    services: [...new Set(readable.flatMap((entry) => entry.service ?? []))].sort(),
    stale: staleSince && { asOf: staleSince.toISOString() },
  };
}

/** A runbook as lists show it. */
export function summarise({ compiled: { model }, ...entry }: LibraryEntry): RunbookSummary {
  return {
    slug: entry.slug,
    title: entry.title,
    squadName: entry.squad?.name ?? null,
    squadId: entry.squad?.id ?? null,
    service: entry.service,
    updatedAt: entry.revision.createdAt.toISOString(),
    isTemplate: entry.isTemplate,
    revision: entry.revision.number,
    stepCount: incidentSteps(model).length,
    commandCount: model.commands.filter((command) => command.kind === "command").length,
    alerts: model.alerts.map((alert) => alert.name),
  };
}

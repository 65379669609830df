import { z } from "zod/mini";
import type { Severity } from "@/lib/domain/incident-status";
import type { KeptPerson } from "@/lib/domain/offline-copy";

export type NewIncident = {
  id: string;
  runId: string;
  runbookSlug: string;
  title: string;
  severity: Severity;
  isDrill: boolean;
};

export type Refused = { ok: false; message: string; fields: Record<string, string> };
/** `key` is the incident's id when only this device knows it so far. */
export type Started = { ok: true; key: string };

const problemSchema = z.object({
  detail: z.string(),
  fields: z.optional(z.record(z.string(), z.string())),
});

/**
 * Asks the portal to open an incident; when it cannot take it now, this device keeps it and sends it later. The ids
 * are the same on both roads, so that an answer that got lost opens no second one.
 */
export async function openIncident(person: KeptPerson, incident: NewIncident): Promise<Started | Refused> {
  const answer = await ask(incident);
  if (answer) return answer;
  const missing = missingIn(incident);
  if (missing) return missing;
  try {
    const { startAway } = await import("@/components/offline/start-away");
    await startAway(person, incident);
    return { ok: true, key: incident.id };
  } catch {
    return refused("The portal cannot be reached. What you typed stays: try again in a moment.");
  }
}

/** What the portal would say of what was not filled in; null when nothing is missing. */
export function missingIn({ runbookSlug, title }: NewIncident): Refused | null {
  if (runbookSlug === "") return refused("Choose a runbook.", { runbookSlug: "Choose a runbook" });
  if (title.trim() === "")
    return refused("Say what is wrong.", { title: "Say in a few words what is wrong" });
  return null;
}

export function refused(message: string, fields: Refused["fields"] = {}): Refused {
  return { ok: false, message, fields };
}

/** Null when there is no answer, when the portal has no database, or when what answers is not the portal. */
async function ask(incident: NewIncident): Promise<Started | Refused | null> {
  try {
    const response = await fetch("/api/v1/incidents", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(incident),
      signal: AbortSignal.timeout(10_000),
    });
    if (response.status === 503) return null;
    const body: unknown = await response.json();
    if (response.ok) return { ok: true, key: z.parse(z.object({ key: z.string() }), body).key };
    const { detail, fields } = z.parse(problemSchema, body);
    return refused(detail, fields);
  } catch {
    return null;
  }
}

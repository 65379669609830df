import { z } from "zod/mini";
import type { Severity } from "@/lib/domain/incident-status";

export type NewIncident = {
  id: string;
  runbookSlug: string;
  title: string;
  severity: Severity;
  isDrill: boolean;
};

export type Refused = { ok: false; message: string; fields: Record<string, string> };

const problemSchema = z.object({
  detail: z.string(),
  fields: z.optional(z.record(z.string(), z.string())),
});

/** Asks the portal to open an incident; sending the same id again opens no second one. */
export async function openIncident(incident: NewIncident): Promise<{ ok: true; key: string } | Refused> {
  try {
    const response = await fetch("/api/v1/incidents", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(incident),
      signal: AbortSignal.timeout(10_000),
    });
    const body: unknown = await response.json();
    if (response.ok) return { ok: true, key: z.parse(z.object({ key: z.string() }), body).key };
    const problem = z.safeParse(problemSchema, body);
    if (problem.success)
      return { ok: false, message: problem.data.detail, fields: problem.data.fields ?? {} };
  } catch {
    // No answer, or one that is not the portal's.
  }
  return {
    ok: false,
    message: "The portal cannot be reached. Nothing is lost: try again in a moment.",
    fields: {},
  };
}

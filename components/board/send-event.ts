import type { EventInput, IncidentEvent } from "@/lib/domain/incident-event";

export type Sent = { ok: true; event: IncidentEvent } | { ok: false; message: string };

const deadlineMs = 8_000;
/** Waits before the second and third try. The id makes every try safe. */
const pauses = [400, 1_600];

/**
 * Posts an event and gives what the server kept. Tries again by itself when the network or the server failed; what
 * the server refuses is final, with its sentence.
 */
export async function sendEvent(incidentKey: string, input: EventInput): Promise<Sent> {
  for (const pause of pauses) {
    const sent = await attempt(incidentKey, input);
    if (sent !== "again") return sent;
    await new Promise((resolve) => setTimeout(resolve, pause * (0.75 + Math.random() / 2)));
  }
  const last = await attempt(incidentKey, input);
  return last === "again" ? { ok: false, message: "The portal cannot be reached." } : last;
}

async function attempt(incidentKey: string, input: EventInput): Promise<Sent | "again"> {
  try {
    const body = JSON.stringify(input);
    const response = await fetch(`/api/v1/incidents/${incidentKey}/events`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body,
      signal: AbortSignal.timeout(deadlineMs),
      // A tick goes out also when the tab closes right after it; browsers allow this for small bodies.
      keepalive: body.length < 32_000,
    });
    if (response.ok) return { ok: true, event: ((await response.json()) as { event: IncidentEvent }).event };
    if (response.status === 429 || response.status >= 500) return "again";
    return { ok: false, message: await detailOf(response) };
  } catch {
    return "again";
  }
}

/** The sentence of a problem document. */
export async function detailOf(response: Response): Promise<string> {
  try {
    const problem: unknown = await response.json();
    if (typeof problem === "object" && problem && "detail" in problem && typeof problem.detail === "string") {
      return problem.detail;
    }
  } catch {
    // Something between us and the portal answered with a page of its own.
  }
  return `The portal answered ${response.status}.`;
}

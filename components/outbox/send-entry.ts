import type { OutboxEntry } from "./outbox-entry";

/** What became of one attempt. `again`: nobody knows, or not now; the same id is sent again later. */
export type Outcome =
  | { kind: "kept"; answer: unknown }
  | { kind: "again"; afterMs: number | null }
  | { kind: "signed-out" }
  | { kind: "refused"; status: number; message: string };

export type SendEntry = (entry: OutboxEntry) => Promise<Outcome>;

type Options = {
  /** Origin of the portal; empty in its own pages. */
  baseUrl?: string;
  fetch?: typeof fetch;
};

const deadlineMs = 8_000;
/** Browsers finish small requests of a closed tab, within 64 KB for all that are under way. */
const keepaliveLimit = 15_000;

/** The way to the portal: one POST an attempt. Never throws. */
export function createSendEntry({ baseUrl = "", fetch: ask }: Options = {}): SendEntry {
  return async (entry) => {
    const body = JSON.stringify({ ...entry.body, sentAt: sentAtOf(entry) });
    try {
      const response = await (ask ?? fetch)(baseUrl + pathOf(entry), {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-Portal-Person": entry.personId },
        body,
        signal: AbortSignal.timeout(deadlineMs),
        keepalive: body.length < keepaliveLimit,
      });
      return await read(response, entry);
    } catch {
      return { kind: "again", afterMs: null };
    }
  };
}

function pathOf({ kind, incident }: OutboxEntry): string {
  return kind === "incident" ? "/api/v1/incidents" : `/api/v1/incidents/${incident}/events`;
}

/** Now, but never before the act: a clock that was set back meanwhile would make it one of the future. */
function sentAtOf({ body }: OutboxEntry): string {
  const done = body.occurredAt ? Date.parse(body.occurredAt) : 0;
  return new Date(Math.max(done, Date.now())).toISOString();
}

async function read(response: Response, entry: OutboxEntry): Promise<Outcome> {
  const { status } = response;
  if (response.ok) {
    const answer: unknown = await response.json();
    // A gateway that wants a click first answers 200 with a page of its own.
    return isAbout(answer, entry) ? { kind: "kept", answer } : { kind: "again", afterMs: null };
  }
  if (status === 401) return { kind: "signed-out" };
  if (status === 408 || status === 425 || status === 429 || status >= 500) {
    return { kind: "again", afterMs: retryAfterOf(response) };
  }
  const detail = await detailOf(response);
  if (detail !== null) return { kind: "refused", status, message: detail };
  // Gateways refuse large bodies in their own words; any other page is not the portal's answer.
  if (status === 413) return { kind: "refused", status, message: "It is too large to be sent." };
  return { kind: "again", afterMs: null };
}

function isAbout(answer: unknown, entry: OutboxEntry): boolean {
  if (typeof answer !== "object" || answer === null) return false;
  if (entry.kind === "incident") return "id" in answer && answer.id === entry.id && "key" in answer;
  if (!("event" in answer) || typeof answer.event !== "object" || answer.event === null) return false;
  return "id" in answer.event && answer.event.id === entry.id;
}

/** The sentence of a problem document of the portal; null for anything else. */
async function detailOf(response: Response): Promise<string | null> {
  if (!response.headers.get("content-type")?.includes("application/problem+json")) return null;
  const problem: unknown = await response.json();
  if (typeof problem !== "object" || problem === null || !("detail" in problem)) return null;
  return typeof problem.detail === "string" ? problem.detail : null;
}

/** `Retry-After` in milliseconds: seconds or a date. */
function retryAfterOf(response: Response): number | null {
  const text = response.headers.get("retry-after");
  if (!text) return null;
  const seconds = Number(text);
  const ms = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(text) - Date.now();
  return Number.isFinite(ms) && ms > 0 ? ms : null;
}

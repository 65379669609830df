import type { RunbookFormat } from "@/lib/domain/document";
import type { ConflictDetails } from "@/lib/domain/publish-conflict";

export type PublishRequest = { source: string; format: RunbookFormat; message: string; parentNumber: number };

export type PublishAnswer =
  | { kind: "published"; number: number }
  | { kind: "conflict"; message: string; details: ConflictDetails }
  /** `isSignedOut`: the session has ended; signing in again in another tab is enough. */
  | { kind: "refused"; message: string; isSignedOut: boolean };

const unreachable =
  "The portal cannot be reached. Your text is kept in this browser; publish again when it is back.";

/** Sends a text to be published. Never throws: each failure is a sentence, and the text stays where it is. */
export async function publishText(slug: string, request: PublishRequest): Promise<PublishAnswer> {
  const answer = await send(
    `/api/v1/runbooks/${encodeURIComponent(slug)}/revisions`,
    request,
    AbortSignal.timeout(30_000),
  );
  if (!answer) return { kind: "refused", message: unreachable, isSignedOut: false };
  const { status, body } = answer;
  if (status < 300 && typeof body.number === "number") return { kind: "published", number: body.number };
  if (status === 409 && isConflict(body)) {
    return { kind: "conflict", message: sentenceOf(status, body), details: body };
  }
  return { kind: "refused", message: sentenceOf(status, body), isSignedOut: status === 401 };
}

type Answer = { status: number; body: Record<string, unknown> };

/** Null when there was no answer at all. An abort by `signal` counts as none. */
export async function send(path: string, body: unknown, signal: AbortSignal): Promise<Answer | null> {
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
      signal,
    });
    const parsed: unknown = await response.json().catch(() => null);
    return { status: response.status, body: isRecord(parsed) ? parsed : {} };
  } catch {
    return null;
  }
}

/** The portal's own sentence; for an answer that is not the portal's (a proxy's page) one by its status. */
export function sentenceOf(status: number, body: Record<string, unknown>): string {
  if (status === 401) return "Your session has ended. Your text is kept in this browser.";
  if (isRecord(body.fields)) {
    const [first] = Object.values(body.fields);
    if (typeof first === "string") return first;
  }
  if (typeof body.detail === "string") return body.detail;
  return `The portal answered with an error (${status}). Your text is kept in this browser; try again in a moment.`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isConflict(body: object): body is ConflictDetails {
  return (
    "currentNumber" in body &&
    typeof body.currentNumber === "number" &&
    "currentSource" in body &&
    typeof body.currentSource === "string"
  );
}

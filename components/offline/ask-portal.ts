/** An answer of the portal; `status` 0 when none came. */
export type Answer = { status: number; text: string };

const deadlineMs = 20_000;

/** What the copy is filled from, and what says whether there may be one. */
export const indexPath = "/api/v1/offline/index";

/**
 * Asks the portal. A refusal counts as one when it is in the portal's own form: the sign-in page of a hotel's network
 * must not take the copy away.
 */
export async function askPortal(path: string): Promise<Answer> {
  try {
    const response = await fetch(path, { cache: "no-store", signal: AbortSignal.timeout(deadlineMs) });
    const { status } = response;
    const isOurs = response.headers.get("content-type")?.startsWith("application/problem+json") === true;
    if ((status === 401 || status === 403) && !isOurs) return { status: 0, text: "" };
    return { status, text: await response.text() };
  } catch {
    return { status: 0, text: "" };
  }
}

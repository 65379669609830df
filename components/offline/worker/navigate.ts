/// <reference lib="webworker" />

/** Statuses of a proxy whose portal is gone; a page of the portal itself never has one of them. */
const gone = new Set([502, 503, 504]);
const limitMs = 3_000;
/** Right after the network has failed nobody wants to wait as long again. */
const shortLimitMs = 1_000;
const rememberMs = 20_000;

let failedAt = 0;

/**
 * A page from the network; when it does not come in time, or what comes is not the portal's, the shell. `shell` gives
 * null when it is not there: then the network has the last word.
 */
export async function navigate(request: Request, shell: () => Promise<Response | null>): Promise<Response> {
  const limit = Date.now() - failedAt < rememberMs ? shortLimitMs : limitMs;
  const answer = fetch(request);
  const live = await Promise.race([answer.then(unlessGone, () => null), after(limit)]);
  failedAt = live ? 0 : Date.now();
  return live ?? (await shell()) ?? answer;
}

/** Fails when no answer has begun after so many milliseconds; its body may take longer. */
export async function fetchWithin(request: Request, ms: number): Promise<Response> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), ms);
  try {
    return await fetch(request, { signal: stop.signal });
  } finally {
    clearTimeout(timer);
  }
}

const unlessGone = (response: Response) => (gone.has(response.status) ? null : response);

function after(ms: number): Promise<null> {
  return new Promise((resolve) => setTimeout(resolve, ms, null));
}

const deadlineMs = 5_000;
/** The header counts whole seconds and the way takes time: below this a device's clock is right. */
const tolerance = 5_000;

/**
 * How far the portal's clock is ahead of this device's, in milliseconds; 0 when nobody can tell. All times of an
 * incident are the portal's: on a device that is ten minutes late nobody would be called in time.
 */
export async function measureOffset(ask: typeof fetch = fetch): Promise<number> {
  const asked = Date.now();
  try {
    const answer = await ask("/health/live", {
      method: "HEAD",
      cache: "no-store",
      signal: AbortSignal.timeout(deadlineMs),
    });
    const told = Date.parse(answer.headers.get("date") ?? "");
    if (!answer.ok || Number.isNaN(told)) return 0;
    const offset = told + 500 - (asked + Date.now()) / 2;
    return Math.abs(offset) < tolerance ? 0 : Math.round(offset);
  } catch {
    return 0;
  }
}

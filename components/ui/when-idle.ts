/**
 * Runs `act` once the page has nothing else to do, or after `patience` milliseconds if one is given; gives the
 * function that calls it off.
 */
export function whenIdle(act: () => void, patience?: number): () => void {
  if (typeof requestIdleCallback === "function") {
    const id = requestIdleCallback(act, patience === undefined ? {} : { timeout: patience });
    return () => cancelIdleCallback(id);
  }
  // Safari has no idle callback.
  const timer = setTimeout(act, 1_000);
  return () => clearTimeout(timer);
}

/** Runs `act` once the page has nothing else to do; gives the function that calls it off. */
export function whenIdle(act: () => void): () => void {
  if (typeof requestIdleCallback === "function") {
    const id = requestIdleCallback(act);
    return () => cancelIdleCallback(id);
  }
  // Safari has no idle callback.
  const timer = setTimeout(act, 1_000);
  return () => clearTimeout(timer);
}

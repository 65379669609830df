/** Runs `work` while nobody else of the same browser holds the lock of that name; waits for its turn. */
export type OutboxLock = <T>(name: string, work: () => Promise<T>) => Promise<T>;

/** Web Locks: given back by the browser when a tab closes or crashes. Null where there are none, on plain http. */
export function webLock(): OutboxLock | null {
  const locks = typeof navigator === "undefined" ? undefined : navigator.locks;
  if (!locks) return null;
  return async (name, work) => await locks.request(name, work);
}

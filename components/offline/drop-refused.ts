import { askPortal, indexPath } from "./ask-portal";
import { openCopyStore } from "./copy-store";

/**
 * Asks the portal whether this browser may keep its copy, and drops it when the portal says no: the session has ended,
 * the person is disabled. Without an answer all stays, and what waits in the outbox stays in any case. True when the
 * portal said no.
 */
export async function dropRefused(): Promise<boolean> {
  const store = await openCopyStore();
  try {
    // Most browsers that sign in keep nothing: they need not ask.
    if (!(await store.isThere())) return false;
    const { status } = await askPortal(indexPath);
    if (status !== 401 && status !== 403) return false;
    await store.clear();
    return true;
  } finally {
    store.close();
  }
}

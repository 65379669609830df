import { openCopyStore } from "./copy-store";

/** Drops all that this browser keeps for the time without a network: at the sign-out. */
export async function forgetCopy(): Promise<void> {
  try {
    const store = await openCopyStore();
    await store.clear();
    store.close();
  } catch {
    // Where nothing may be kept there is nothing to drop.
  }
}

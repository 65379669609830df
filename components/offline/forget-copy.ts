import { withDeadline } from "@/components/ui/with-deadline";
import { openCopyStore } from "./copy-store";

const deadlineMs = 5_000;

/**
 * Drops all that this browser keeps for the time without a network: at the sign-out, which a storage that hangs does not
 * hold up. The sign-in page that follows drops what is left.
 */
export async function forgetCopy(): Promise<void> {
  // Where nothing may be kept there is nothing to drop.
  await withDeadline(drop(), deadlineMs, () => new Error("The storage does not answer.")).catch(() => {});
}

async function drop(): Promise<void> {
  const store = await openCopyStore();
  await store.clear();
  store.close();
}

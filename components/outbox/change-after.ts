import type { OutboxEntry } from "./outbox-entry";
import type { EntryChange } from "./outbox-storage";
import { pauseAfter } from "./pause";
import type { Outcome } from "./send-entry";

/** What an attempt that brought no acknowledgement leaves in the entry. `random` is in [0, 1). */
export function changeAfter(
  { attempts: before }: OutboxEntry,
  outcome: Exclude<Outcome, { kind: "kept" }>,
  now: number,
  random: number,
): EntryChange {
  const attempts = before + 1;
  if (outcome.kind === "refused") {
    const refusal = { status: outcome.status, message: outcome.message };
    return { attempts, state: "refused", refusal, trouble: null, retryAt: null };
  }
  // Waiting brings no sign-in: something has to wake the queue.
  if (outcome.kind === "signed-out") return { attempts, trouble: "signed-out", retryAt: null };
  const retryAt = now + pauseAfter(attempts, outcome.afterMs, random);
  return { attempts, trouble: "unreachable", retryAt };
}

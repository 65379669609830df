import type { NewIncident } from "@/components/incidents/open-incident";
import type { KeptPerson } from "@/lib/domain/offline-copy";
import { openCopyStore } from "./copy-store";
import { type FollowedRunbook, startIncident } from "./start-incident";

const deadlineMs = 5_000;

/**
 * Starts an incident while the portal cannot take it, from a page that the portal gave. A portal that only lacks its
 * database still knows the runbook; else this device may. Throws when nobody does, or the device keeps nothing.
 */
export async function startAway(person: KeptPerson, incident: NewIncident): Promise<void> {
  const store = await openCopyStore();
  try {
    const state = await store.state();
    if (state?.person.id !== person.id) await store.begin(person);
    const { runbookSlug } = incident;
    const runbook = (await fetchRunbook(runbookSlug)) ?? (await store.runbook(runbookSlug));
    await startIncident(store, person, incident, runbook);
  } finally {
    store.close();
  }
}

async function fetchRunbook(slug: string): Promise<FollowedRunbook | undefined> {
  try {
    const response = await fetch(`/api/v1/offline/runbooks/${encodeURIComponent(slug)}`, {
      signal: AbortSignal.timeout(deadlineMs),
    });
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}

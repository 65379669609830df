"use client";

import { NewIncidentForm } from "@/components/incidents/new-incident-form";
import { missingIn, type NewIncident, refused } from "@/components/incidents/open-incident";
import type { KeptPerson } from "@/lib/domain/offline-copy";
import type { CopyState, CopyStore } from "./copy-store";
import { OfflineNotice } from "./offline-notice";
import { NotKept } from "./offline-pages";
import { startIncident } from "./start-incident";

type OfflineStartProps = { store: CopyStore; state: CopyState; chosen: string | null };

/** The form that starts an incident, without a network. */
export function OfflineStart({ store, state, chosen }: OfflineStartProps) {
  const { person, entries } = state;
  if (!person.canOpen) return <NotKept />;
  const start = async (owner: KeptPerson, incident: NewIncident) => {
    const missing = missingIn(incident);
    if (missing) return missing;
    try {
      await startIncident(store, owner, incident, await store.runbook(incident.runbookSlug));
      return { ok: true as const, key: incident.id };
    } catch {
      return refused("This device could not keep the incident. Write down what you do, and start it later.");
    }
  };
  return (
    <main id="main" className="page-narrow">
      <h1>Start an incident</h1>
      <OfflineNotice keptAt={state.checkedAt} />
      <p className="quiet">It is kept on this device and gets its number when the network is back.</p>
      <NewIncidentForm
        runbooks={entries.toSorted((a, b) => Number(a.isTemplate) - Number(b.isTemplate))}
        chosen={entries.find(({ slug }) => slug === chosen)?.slug ?? null}
        person={person}
        start={start}
      />
    </main>
  );
}

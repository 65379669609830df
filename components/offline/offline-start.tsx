"use client";

import { uuidv7 } from "uuidv7";
import { NewIncidentForm } from "@/components/incidents/new-incident-form";
import type { NewIncident } from "@/components/incidents/open-incident";
import type { CopyState, CopyStore } from "./copy-store";
import { OfflineNotice } from "./offline-notice";
import { NotKept } from "./offline-pages";
import { startIncident } from "./start-incident";

type OfflineStartProps = { store: CopyStore; state: CopyState; chosen: string | null };

/** The form that starts an incident, without a network. */
export function OfflineStart({ store, state, chosen }: OfflineStartProps) {
  const { person, entries } = state;
  if (!person.canOpen) return <NotKept />;
  const start = async (incident: NewIncident) => {
    if (incident.runbookSlug === "") return refusal("Choose a runbook.", { runbookSlug: "Choose a runbook" });
    if (incident.title.trim() === "")
      return refusal("Say what is wrong.", { title: "Say in a few words what is wrong" });
    try {
      const now = { runId: uuidv7(), occurredAt: new Date().toISOString() };
      await startIncident(store, person, { ...incident, title: incident.title.trim(), ...now });
      return { ok: true as const, key: incident.id };
    } catch {
      return refusal(
        "This device could not keep the incident. Write down what you do, and start it later.",
        {},
      );
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
        start={start}
        onStarted={(key) => window.location.assign(`/incidents/${key}`)}
      />
    </main>
  );
}

const refusal = (message: string, fields: Record<string, string>) => ({
  ok: false as const,
  message,
  fields,
});

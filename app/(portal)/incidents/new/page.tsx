import "@/components/incidents/incidents.css";
import type { Metadata } from "next";
import { NewIncidentForm } from "@/components/incidents/new-incident-form";
import { Refusal } from "@/components/shell/refusal";
import { StaleNotice } from "@/components/shell/stale-notice";
import { requireActor } from "@/lib/access/actor";
import { mayOffer } from "@/lib/access/policy";
import { listRunbooks } from "@/lib/features/runbooks/list-runbooks";

export const metadata: Metadata = { title: "Start an incident" };

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewIncidentPage({ searchParams }: PageProps) {
  const actor = await requireActor();
  if (!mayOffer(actor, "incident.open")) return <Refusal text="Only responders can start an incident." />;
  const { runbook } = await searchParams;
  const { runbooks, stale } = await listRunbooks(actor);
  const choices = runbooks
    .toSorted((a, b) => Number(a.isTemplate) - Number(b.isTemplate))
    .map(({ slug, title, squadName, isTemplate }) => ({ slug, title, squadName, isTemplate }));
  return (
    <main id="main" className="page-narrow">
      <h1>Start an incident</h1>
      {stale ? (
        <StaleNotice asOf={stale.asOf}>
          the incident is kept in this browser and gets its number when the database is back.
        </StaleNotice>
      ) : null}
      <NewIncidentForm
        person={{ id: actor.id, name: actor.name, role: actor.claimedRole ?? actor.role, canOpen: true }}
        runbooks={choices}
        chosen={choices.find(({ slug }) => slug === runbook)?.slug ?? null}
      />
    </main>
  );
}

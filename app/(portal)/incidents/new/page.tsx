import "@/components/incidents/incidents.css";
import type { Metadata } from "next";
import { NewIncidentForm } from "@/components/incidents/new-incident-form";
import { Refusal } from "@/components/shell/refusal";
import { requireActor } from "@/lib/access/actor";
import { can } from "@/lib/access/policy";
import { listRunbooks } from "@/lib/features/runbooks/list-runbooks";

export const metadata: Metadata = { title: "Start an incident" };

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewIncidentPage({ searchParams }: PageProps) {
  const actor = await requireActor();
  if (!can(actor, "incident.open")) return <Refusal text="Only responders can start an incident." />;
  const { runbook } = await searchParams;
  const { runbooks } = await listRunbooks(actor);
  const choices = runbooks
    .toSorted((a, b) => Number(a.isTemplate) - Number(b.isTemplate))
    .map(({ slug, title, squadName, isTemplate }) => ({ slug, title, squadName, isTemplate }));
  return (
    <main id="main" className="page-narrow">
      <h1>Start an incident</h1>
      <NewIncidentForm
        runbooks={choices}
        chosen={choices.find(({ slug }) => slug === runbook)?.slug ?? null}
      />
    </main>
  );
}

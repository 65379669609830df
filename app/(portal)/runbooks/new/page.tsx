import type { Metadata } from "next";
import { NewRunbookForm } from "@/components/revisions/new-runbook-form";
import { Refusal } from "@/components/shell/refusal";
import { requireActor } from "@/lib/access/actor";
import { assertCan } from "@/lib/access/assert-can";
import { can } from "@/lib/access/policy";
import { listRunbooks } from "@/lib/features/runbooks/list-runbooks";
import { listSquads } from "@/lib/features/squads/list-squads";
import { createRunbookAction } from "../actions";
import { loadOrRefuse } from "../load-or-refuse";

export const metadata: Metadata = { title: "New runbook" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** `?title=` and `?template=` fill the form: an alert without a runbook leads here. */
export default async function NewRunbookPage({ searchParams }: Props) {
  const [actor, query] = await Promise.all([requireActor(), searchParams]);
  const { value, refusal } = await loadOrRefuse(async () => {
    assertCan(actor, "runbook.create");
    const [squads, { runbooks }] = await Promise.all([listSquads(actor), listRunbooks(actor)]);
    return {
      squads: squads.filter(({ id }) => can(actor, "runbook.edit", { squadId: id })),
      templates: runbooks.filter(({ isTemplate }) => isTemplate),
    };
  });
  if (!value) return <Refusal text={refusal} />;
  const { squads, templates } = value;
  const isAdmin = actor.role === "admin";
  if (squads.length === 0 && !isAdmin) {
    return <Refusal text="You are an editor of no squad yet, and a runbook needs one." />;
  }
  const wished = templates.find(({ slug }) => slug === query.template) ?? templates[0];
  return (
    <main id="main" className="page-narrow">
      <h1>New runbook</h1>
      <NewRunbookForm
        squads={squads.map(({ id, name }) => ({ id, name }))}
        mayBeWithoutSquad={isAdmin}
        templates={templates.map(({ slug, title }) => ({ slug, title }))}
        first={{
          title: typeof query.title === "string" ? query.title.slice(0, 120) : "",
          start: wished ? `template:${wished.slug}` : "blank",
        }}
        create={createRunbookAction}
      />
    </main>
  );
}

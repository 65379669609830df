import type { Metadata } from "next";
import Link from "next/link";
import { RiskWordsForm } from "@/components/admin/risk-words-form";
import { SquadForm } from "@/components/admin/squad-form";
import { SquadMembers } from "@/components/admin/squad-members";
import { Refusal } from "@/components/shell/refusal";
import { EmptyState } from "@/components/ui/empty-state";
import { requireActor } from "@/lib/access/actor";
import { can } from "@/lib/access/policy";
import { listPeople } from "@/lib/features/people/list-people";
import { listSquads } from "@/lib/features/squads/list-squads";
import { createSquadAction, setMemberAction, setRiskWordsAction } from "./actions";

export const metadata: Metadata = { title: "Squads" };

export default async function SquadsPage() {
  const actor = await requireActor();
  if (!can(actor, "squad.read")) return <Refusal text="A break-glass link shows no squads." />;
  const isManager = can(actor, "squad.manage");
  const [squads, people] = await Promise.all([listSquads(actor), isManager ? listPeople(actor) : []]);
  return (
    <main id="main" className="page-narrow">
      <h1>Squads</h1>
      {squads.length === 0 ? (
        <EmptyState title="There are no squads yet">
          <p>A squad is made for each owner that an imported runbook names.</p>
        </EmptyState>
      ) : null}
      {squads.map((squad) => (
        <section key={squad.id} aria-labelledby={`squad-${squad.slug}`} className="squad">
          <h2 id={`squad-${squad.slug}`}>{squad.name}</h2>
          <p className="quiet">
            <Link href={`/runbooks?squad=${squad.slug}`}>
              {squad.runbookCount} {squad.runbookCount === 1 ? "runbook" : "runbooks"}
            </Link>
          </p>
          <SquadMembers
            squad={squad}
            candidates={people
              .filter((person) => person.state !== "disabled")
              .map(({ id, name }) => ({ id, name }))}
            setMember={isManager ? setMemberAction : null}
          />
          <RiskWordsForm
            squad={squad}
            save={can(actor, "squad.set-risk-words", { squadId: squad.id }) ? setRiskWordsAction : null}
          />
        </section>
      ))}
      {isManager ? (
        <section aria-labelledby="new-squad">
          <h2 id="new-squad">New squad</h2>
          <SquadForm create={createSquadAction} />
        </section>
      ) : null}
    </main>
  );
}

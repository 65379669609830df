import Link from "next/link";
import { IncidentRows } from "@/components/lists/incident-rows";
import { RunbookRows } from "@/components/lists/runbook-rows";
import { SearchForm } from "@/components/lists/search-form";
import { StaleNotice } from "@/components/shell/stale-notice";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { requireActor } from "@/lib/access/actor";
import { mayOffer } from "@/lib/access/policy";
import type { Actor } from "@/lib/domain/actor";
import { AppError } from "@/lib/errors";
import { type IncidentFilter, listIncidents } from "@/lib/features/incidents/list-incidents";
import { listRunbooks } from "@/lib/features/runbooks/list-runbooks";

/** Open incidents and drills, or null when the database is away and none are kept: the runbooks must stay readable then. */
async function findOpenIncidents(actor: Actor) {
  const open = { status: ["open", "mitigated"], limit: 20 } satisfies IncidentFilter;
  try {
    const [real, drills] = await Promise.all([
      listIncidents(actor, { ...open, isDrill: false }),
      listIncidents(actor, { ...open, isDrill: true }),
    ]);
    return { real: real.incidents, drills: drills.incidents };
  } catch (error) {
    if (error instanceof AppError && error.code === "unavailable") return null;
    throw error;
  }
}

export default async function HomePage() {
  const actor = await requireActor();
  const [incidents, list] = await Promise.all([findOpenIncidents(actor), listRunbooks(actor)]);
  const live = list.runbooks.filter(({ isTemplate }) => !isTemplate);
  const mine = live.filter(({ squadId }) => squadId !== null && actor.memberOf.includes(squadId));
  const others = live.filter((runbook) => !mine.includes(runbook));
  const templates = list.runbooks.filter(({ isTemplate }) => isTemplate);

  return (
    <main id="main" className="page-narrow home">
      <h1 className="sr-only">Home</h1>
      <SearchForm />
      {list.stale ? <StaleNotice asOf={list.stale.asOf} /> : null}
      <section aria-labelledby="open">
        <div className="page-head">
          <h2 id="open">Open incidents</h2>
          {mayOffer(actor, "incident.open") ? (
            <ButtonLink href="/incidents/new" size="small">
              Start an incident
            </ButtonLink>
          ) : null}
        </div>
        {incidents === null ? (
          <p className="quiet">Incidents cannot be shown while the database is away.</p>
        ) : incidents.real.length > 0 ? (
          <IncidentRows incidents={incidents.real} />
        ) : (
          <EmptyState title="Nothing is open">
            <p>
              Earlier ones are under{" "}
              <Link href="/incidents" className="text-link">
                Incidents
              </Link>
              .
            </p>
          </EmptyState>
        )}
      </section>
      {incidents && incidents.drills.length > 0 ? (
        <section aria-labelledby="drills">
          <h2 id="drills">Drills going on</h2>
          <IncidentRows incidents={incidents.drills} />
        </section>
      ) : null}
      {mine.length > 0 ? (
        <section aria-labelledby="mine">
          <h2 id="mine">Runbooks of my squads</h2>
          <RunbookRows runbooks={mine} />
        </section>
      ) : null}
      {others.length > 0 ? (
        <section aria-labelledby="others">
          <h2 id="others">{mine.length > 0 ? "Other runbooks" : "Runbooks"}</h2>
          <RunbookRows runbooks={others.slice(0, 12)} />
          {others.length > 12 ? (
            <p className="more">
              <Link href="/runbooks" className="text-link">
                All {live.length} runbooks
              </Link>
            </p>
          ) : null}
        </section>
      ) : null}
      {templates.length > 0 ? (
        <section aria-labelledby="templates">
          <h2 id="templates">Templates</h2>
          <RunbookRows runbooks={templates} />
        </section>
      ) : null}
    </main>
  );
}

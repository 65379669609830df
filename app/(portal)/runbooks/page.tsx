import type { Metadata } from "next";
import { RunbookFilters } from "@/components/lists/runbook-filters";
import { RunbookRows } from "@/components/lists/runbook-rows";
import { SearchHits } from "@/components/lists/search-hits";
import { StaleNotice } from "@/components/shell/stale-notice";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { requireActor } from "@/lib/access/actor";
import { can } from "@/lib/access/policy";
import { listRunbooks } from "@/lib/features/runbooks/list-runbooks";
import { searchRunbooks } from "@/lib/features/runbooks/search-runbooks";

export const metadata: Metadata = { title: "Runbooks" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const first = (value: string | string[] | undefined) =>
  (Array.isArray(value) ? value[0] : value)?.trim() ?? "";

export default async function RunbooksPage({ searchParams }: Props) {
  const [actor, asked] = await Promise.all([requireActor(), searchParams]);
  const [query, squad, service] = [first(asked.q), first(asked.squad), first(asked.service)];
  const [list, found] = await Promise.all([
    listRunbooks(actor, { ...(squad && { squad }), ...(service && { service }) }),
    query ? searchRunbooks(actor, query, 50) : null,
  ]);
  // The filters hold for the hits too.
  const shown = new Set(list.runbooks.map(({ slug }) => slug));
  const results = found?.filter(({ slug }) => shown.has(slug)) ?? null;
  const live = list.runbooks.filter(({ isTemplate }) => !isTemplate);
  const templates = list.runbooks.filter(({ isTemplate }) => isTemplate);
  const isFiltered = squad !== "" || service !== "";

  return (
    <main id="main" className="page-wide">
      <div className="page-head">
        <h1>Runbooks</h1>
        {can(actor, "runbook.create") ? <ButtonLink href="/runbooks/new">New runbook</ButtonLink> : null}
      </div>
      {list.stale ? <StaleNotice asOf={list.stale.asOf} /> : null}
      <RunbookFilters
        query={query}
        squad={squad}
        service={service}
        squads={list.squads}
        services={list.services}
      />
      {results ? (
        <section aria-labelledby="results">
          <h2 id="results">
            {results.length === 0
              ? "Nothing fits"
              : `${results.length} ${results.length === 1 ? "runbook fits" : "runbooks fit"}`}{" "}
            “{query}”
          </h2>
          {results.length > 0 ? (
            <SearchHits results={results} />
          ) : (
            <EmptyState title="Try fewer or other words">
              <p>The search looks in titles, alert names, headings and command text.</p>
            </EmptyState>
          )}
        </section>
      ) : (
        <>
          <section aria-label="Runbooks">
            {live.length > 0 ? (
              <RunbookRows runbooks={live} />
            ) : (
              <EmptyState
                title={isFiltered ? "No runbook of this squad and service" : "There are no runbooks yet"}
              >
                <p>
                  {isFiltered
                    ? "Clear the filters to see all."
                    : "Put Markdown files into the content folder, or write one."}
                </p>
              </EmptyState>
            )}
          </section>
          {templates.length > 0 ? (
            <section aria-labelledby="templates">
              <h2 id="templates">Templates</h2>
              <RunbookRows runbooks={templates} />
            </section>
          ) : null}
        </>
      )}
    </main>
  );
}

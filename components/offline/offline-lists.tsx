"use client";

import { Search } from "lucide-react";
import { type ReactNode, useMemo, useState } from "react";
import { IncidentRows } from "@/components/lists/incident-rows";
import { RunbookRows } from "@/components/lists/runbook-rows";
import { SearchHits } from "@/components/lists/search-hits";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { KeptEntry } from "@/lib/domain/offline-copy";
import { indexForSearch } from "@/lib/domain/runbook-search";
import type { CopyState } from "./copy-store";
import { OfflineNotice } from "./offline-notice";

/** The start page without a network: open incidents, search, runbooks. */
export function OfflineHome({ state }: { state: CopyState }) {
  return (
    <main id="main" className="page-narrow home">
      <h1 className="sr-only">Home</h1>
      <OfflineNotice keptAt={state.checkedAt} />
      <OfflineSearch entries={state.entries} query="">
        <OpenIncidents state={state} />
      </OfflineSearch>
    </main>
  );
}

/** The list of runbooks without a network. */
export function OfflineRunbooks({ state, query }: { state: CopyState; query: string }) {
  return (
    <main id="main" className="page-narrow home">
      <h1>Runbooks</h1>
      <OfflineNotice keptAt={state.checkedAt} />
      <OfflineSearch entries={state.entries} query={query} />
    </main>
  );
}

/** The list of incidents without a network: those that were open. */
export function OfflineIncidents({ state }: { state: CopyState }) {
  return (
    <main id="main" className="page-narrow">
      <h1>Incidents</h1>
      <OfflineNotice keptAt={state.checkedAt} />
      <OpenIncidents state={state} />
    </main>
  );
}

function OpenIncidents({ state: { incidents, person } }: { state: CopyState }) {
  return (
    <section aria-labelledby="open">
      <div className="page-head">
        <h2 id="open">Open incidents</h2>
        {person.canOpen ? (
          <ButtonLink href="/incidents/new" size="small" prefetch={false}>
            Start an incident
          </ButtonLink>
        ) : null}
      </div>
      {incidents.length > 0 ? (
        <IncidentRows incidents={incidents} />
      ) : (
        <EmptyState title="Nothing was open">
          <p>Resolved incidents are not kept on this device.</p>
        </EmptyState>
      )}
    </section>
  );
}

type OfflineSearchProps = { entries: readonly KeptEntry[]; query: string; children?: ReactNode };

/**
 * Finds runbooks by title, alert and heading while one types; with nothing typed it lists them all, below what else the
 * page shows.
 */
function OfflineSearch({ entries, query: first, children }: OfflineSearchProps) {
  const [query, setQuery] = useState(first);
  const search = useMemo(
    () => indexForSearch(entries.map((entry) => ({ ...entry, commands: [] }))),
    [entries],
  );
  const results = useMemo(() => {
    if (query.trim() === "") return null;
    const bySlug = new Map(entries.map((entry) => [entry.slug, entry]));
    return [...search(query)].slice(0, 50).flatMap(([slug, hits]) => {
      const entry = bySlug.get(slug);
      return entry ? [{ ...entry, hits }] : [];
    });
  }, [entries, query, search]);
  const rows = entries.map(({ alerts, ...entry }) => ({ ...entry, alerts: alerts.map(({ name }) => name) }));
  return (
    <>
      <search aria-label="Runbooks">
        <form className="home-search" onSubmit={(event) => event.preventDefault()}>
          <Search size={19} aria-hidden />
          <input
            type="search"
            name="q"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            placeholder="Search"
            aria-label="Search by title, alert or heading"
            autoComplete="off"
            spellCheck={false}
            autoFocus
          />
        </form>
      </search>
      <p className="sr-only" role="status">
        {results ? foundWords(results.length, query) : ""}
      </p>
      {results ? null : children}
      <section aria-labelledby="books">
        <h2 id="books">{results ? foundWords(results.length, query) : "Runbooks"}</h2>
        {results ? <SearchHits results={results} /> : <RunbookRows runbooks={rows} />}
      </section>
    </>
  );
}

function foundWords(count: number, query: string): string {
  const what = count === 1 ? "1 runbook" : `${count === 0 ? "No" : count} runbooks`;
  return `${what} for “${query.trim()}”`;
}

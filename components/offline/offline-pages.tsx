"use client";

import { Board } from "@/components/board/board";
import { valuesFromQuery } from "@/components/runbook/initial-values";
import { RunbookView } from "@/components/runbook/runbook-view";
import { ButtonLink } from "@/components/ui/button";
import { normalizeAlertName } from "@/lib/domain/alert-name";
import type { CopyState, CopyStore } from "./copy-store";
import { OfflineNotice } from "./offline-notice";
import { useKept } from "./use-copy";
import { useNumber } from "./use-number";

type KeptProps = { store: CopyStore; state: CopyState };

/** A runbook without a network. Its values come from the address, as they do on the live page. */
export function OfflineRunbook({ store, slug }: KeptProps & { slug: string }) {
  const kept = useKept(() => store.runbook(slug), slug);
  if (kept === undefined) return <Looking />;
  if (kept === null) return <NotKept what="This runbook" />;
  const query = Object.fromEntries(new URLSearchParams(window.location.search));
  return (
    <RunbookView
      runbook={kept.runbook}
      initialValues={valuesFromQuery(query, kept.runbook.variables)}
      notice={<OfflineNotice keptAt={kept.keptAt} />}
    />
  );
}

/** What `/r/ALERT` leads to without a network: the runbook with that alert. */
export function OfflineAlert({ name, ...props }: KeptProps & { name: string }) {
  const wanted = normalizeAlertName(name);
  const found = props.state.entries.find(({ alerts }) =>
    alerts.some(({ normalized }) => normalized === wanted),
  );
  return found ? <OfflineRunbook {...props} slug={found.slug} /> : <NotKept what={`The alert “${name}”`} />;
}

/** The board of an incident without a network. */
export function OfflineBoard({
  store,
  state,
  name,
  runId,
}: KeptProps & { name: string; runId: string | null }) {
  const kept = useKept(() => store.boards(name), name);
  useNumber(state.person.id, kept?.id ?? "", kept?.key ?? "-");
  if (kept === undefined) return <Looking />;
  const board = kept?.boards.find(({ document }) => document.runId === runId) ?? kept?.boards[0];
  if (!kept || !board) return <NotKept what="This incident" />;
  return (
    <>
      <div className="offline-band">
        <OfflineNotice
          keptAt={kept.keptAt}
          hasTicks={board.rights.canAppend}
          isLocal={kept.key === kept.id}
        />
      </div>
      <Board key={`${kept.key} ${board.document.runId}`} {...board} />
    </>
  );
}

/** A page that is not there without the portal. */
export function NotKept({ what = "This page" }: { what?: string }) {
  return (
    <main id="main" className="page-narrow">
      <h1>{what} is not kept on this device</h1>
      <OfflineNotice keptAt={null} />
      <p>It opens by itself when the portal answers again.</p>
      <p className="button-row">
        <ButtonLink href="/" prefetch={false}>
          What is kept
        </ButtonLink>
      </p>
    </main>
  );
}

/** After a sign-out that the portal has not heard of. */
export function SignedOut() {
  return (
    <main id="main" className="page-narrow">
      <h1>You are signed out on this device</h1>
      <OfflineNotice keptAt={null} />
      <p>
        What was kept here is gone. The session itself ends when the portal answers again: leave this page
        open, or open the portal here once more.
      </p>
    </main>
  );
}

/** Reading the copy takes a moment, mostly too short to be seen. */
export function Looking() {
  return <main id="main" className="page-narrow" aria-busy="true" />;
}

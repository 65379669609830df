import "@/app/styles/revisions.css";
import type { Metadata } from "next";
import Link from "next/link";
import { DiffCount, DiffLines } from "@/components/revisions/diff-lines";
import { MoveForm } from "@/components/revisions/move-form";
import { RevisionHistory } from "@/components/revisions/revision-history";
import { Refusal } from "@/components/shell/refusal";
import { ButtonLink } from "@/components/ui/button";
import { requireActor } from "@/lib/access/actor";
import { can } from "@/lib/access/policy";
import { slugOfParam } from "@/lib/domain/slug";
import { diffRevisions, type RevisionDiff } from "@/lib/features/runbooks/diff-revisions";
import { listRevisions } from "@/lib/features/runbooks/list-revisions";
import { listSquads } from "@/lib/features/squads/list-squads";
import { moveAction, restoreAction } from "../../actions";
import { loadOrRefuse } from "../../load-or-refuse";

export const metadata: Metadata = { title: "History of a runbook" };

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function HistoryPage({ params, searchParams }: Props) {
  const [actor, { slug: param }, query] = await Promise.all([requireActor(), params, searchParams]);
  const slug = slugOfParam(param);
  const [before, from, to] = [query.before, query.from, query.to].map(toNumber);
  const { value, refusal } = await loadOrRefuse(async () => ({
    list: await listRevisions(actor, slug, before),
    compared: from && to ? await diffRevisions(actor, slug, from, to) : null,
    squads: (await listSquads(actor)).filter(({ id }) => can(actor, "runbook.edit", { squadId: id })),
  }));
  if (!value) return <Refusal text={refusal} />;
  const { list, compared, squads } = value;
  const { runbook, revisions } = list;
  return (
    <main id="main" className="page-narrow">
      <div className="page-head">
        <h1>History</h1>
        {runbook.canEdit ? <ButtonLink href={`/runbooks/${slug}/edit`}>Edit</ButtonLink> : null}
      </div>
      <p className="quiet">
        <Link href={`/runbooks/${slug}`} className="text-link">
          {runbook.title}
        </Link>
        {runbook.squadName ? ` · ${runbook.squadName}` : ""}
      </p>
      {compared ? <Comparison {...compared} /> : null}
      <RevisionHistory
        key={`${compared?.from.number}:${compared?.to.number}`}
        slug={slug}
        currentNumber={runbook.currentRevision}
        revisions={revisions}
        compared={compared && { from: compared.from.number, to: compared.to.number }}
        restore={runbook.canEdit ? restoreAction : null}
      />
      {list.before ? (
        <p>
          <Link href={`/runbooks/${slug}/history?before=${list.before}`}>Older revisions</Link>
        </p>
      ) : null}
      {runbook.canEdit && squads.some(({ id }) => id !== runbook.squadId) ? (
        <section aria-labelledby="history-owner">
          <h2 id="history-owner">Owner</h2>
          <MoveForm slug={slug} squadId={runbook.squadId} squads={squads} move={moveAction} />
        </section>
      ) : null}
    </main>
  );
}

function Comparison({ from, to, diff, isLineEndsOnly }: RevisionDiff) {
  const label = `Changes from revision ${from.number} to revision ${to.number}`;
  return (
    <div className="compare">
      <div className="compare-head">
        <h2>{label}</h2>
        <DiffCount diff={diff} />
      </div>
      {diff.hunks.length > 0 ? (
        <DiffLines diff={diff} label={label} />
      ) : (
        <p className="quiet">
          {isLineEndsOnly ? "Only the line ends differ." : "The two texts are the same."}
        </p>
      )}
      {from.format === to.format ? null : (
        <p className="quiet">
          The format changed from {from.format} to {to.format}.
        </p>
      )}
    </div>
  );
}

function toNumber(value: string | string[] | undefined): number | undefined {
  return typeof value === "string" && /^[1-9]\d{0,8}$/.test(value) ? Number(value) : undefined;
}

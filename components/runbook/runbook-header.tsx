import Link from "next/link";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Time } from "@/components/ui/time";
import type { RunbookModel, Section } from "@/lib/domain/document";

type RunbookHeaderProps = {
  model: Pick<RunbookModel, "title" | "isTemplate" | "meta"> & {
    sections: readonly Pick<Section, "id" | "depth">[];
  };
  squadName: string | null;
  revision: { number: number; authorName: string | null; createdAt: string };
  children?: ReactNode;
};

/** Where one is, what the runbook is called, and the facts that one asks for first. */
export function RunbookHeader({ model, squadName, revision, children }: RunbookHeaderProps) {
  const { meta } = model;
  const squad = squadName ?? meta.squad;
  const facts: [string, string | null][] = [
    ["Service", meta.service],
    ["Squad", squad],
    ["On call", meta.onCall],
    ["SLO", meta.slo],
    ["Last updated", meta.lastUpdated],
  ];
  const known = facts.filter((fact): fact is [string, string] => Boolean(fact[1]));
  const first = model.sections[0];

  return (
    <header>
      <nav className="crumbs" aria-label="Breadcrumb">
        <ol>
          <li>
            <Link href="/runbooks">Runbooks</Link>
          </li>
          {squad ? <li>{squad}</li> : null}
        </ol>
        <span className="crumbs-revision">
          revision {revision.number} · edited <Time iso={revision.createdAt} />
          {revision.authorName ? ` by ${revision.authorName}` : ""}
        </span>
      </nav>
      <h1 className="runbook-title" id={first?.depth === 1 ? first.id : undefined}>
        {model.title}
      </h1>
      {model.isTemplate ? (
        <p className="runbook-tags">
          <Badge tone="accent">Template</Badge>
        </p>
      ) : null}
      {known.length > 0 ? (
        <dl className="lede">
          {known.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {children}
    </header>
  );
}

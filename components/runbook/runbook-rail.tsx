import { ArrowUpRight, Download, FileText, History, Pencil, Siren } from "lucide-react";
import Link from "next/link";
import { ButtonLink, buttonClass } from "@/components/ui/button";
import type { RunbookMeta, RunbookModel, Section } from "@/lib/domain/document";
import { AlertList, EmergencyLinks, EscalationList } from "./rail-facts";

export type RunbookActsProps = {
  slug: string;
  dashboards: RunbookMeta["dashboards"];
  /** Where "Start an incident" leads; null for who may not, and for templates. */
  startHref: string | null;
  /** Null for who may not edit. */
  editHref: string | null;
};

/** What can be done with the runbook, as one row: for screens without room for the rail. */
export function RunbookActs({ slug, dashboards, startHref, editHref }: RunbookActsProps) {
  return (
    <div className="acts-narrow no-print">
      {startHref ? (
        <ButtonLink href={startHref} variant="strong" size="small">
          Start an incident
        </ButtonLink>
      ) : null}
      {dashboards.map(({ label, url }) => (
        <a key={url} href={url} className={buttonClass({ size: "small" })} rel="noreferrer" target="_blank">
          {label}
          <ArrowUpRight aria-hidden />
        </a>
      ))}
      <span className="acts-doc">
        {editHref ? <Link href={editHref}>Edit</Link> : null}
        <Link href={`/runbooks/${slug}/history`}>History</Link>
        <a href={`/runbooks/${slug}.md`}>Source</a>
        <a href={`/runbooks/${slug}.html`} download>
          Download as one file
        </a>
      </span>
    </div>
  );
}

type RunbookRailProps = RunbookActsProps & {
  model: Pick<RunbookModel, "alerts" | "escalation"> & {
    sections: readonly Pick<Section, "id" | "text" | "kind">[];
  };
};

/** The column on the right: start, the way out of trouble, dashboards, alerts, whom to call, the document's links. */
export function RunbookRail({ model, ...acts }: RunbookRailProps) {
  const { slug, dashboards, startHref, editHref } = acts;
  return (
    <aside className="rail" aria-label="About this runbook">
      {startHref ? (
        <ButtonLink href={startHref} variant="strong" size="large">
          <Siren aria-hidden />
          Start an incident
        </ButtonLink>
      ) : null}
      <EmergencyLinks sections={model.sections} />
      {dashboards.length > 0 ? (
        <section>
          <h2>Dashboards</h2>
          <ul>
            {dashboards.map(({ label, url }) => (
              <li key={url}>
                <a href={url} rel="noreferrer" target="_blank">
                  {label}
                  <ArrowUpRight size={15} aria-label="opens another site" />
                </a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <AlertList alerts={model.alerts} />
      <EscalationList levels={model.escalation.levels} />
      <section>
        <h2>Document</h2>
        <ul>
          {editHref ? (
            <li>
              <Link href={editHref}>
                Edit
                <Pencil size={14} aria-hidden />
              </Link>
            </li>
          ) : null}
          <li>
            <Link href={`/runbooks/${slug}/history`}>
              History
              <History size={14} aria-hidden />
            </Link>
          </li>
          <li>
            <a href={`/runbooks/${slug}.md`}>
              Source
              <FileText size={14} aria-hidden />
            </a>
          </li>
          <li>
            <a href={`/runbooks/${slug}.html`} download>
              Download as one file
              <Download size={14} aria-hidden />
            </a>
          </li>
        </ul>
      </section>
    </aside>
  );
}

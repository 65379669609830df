import type { ReactNode } from "react";
import type { LiveUnit } from "@/lib/domain/commands/copy-units";
import type { Problem, RenderRoad, RunbookModel, Section, Variable } from "@/lib/domain/document";
import { ContentsList } from "./contents-list";
import { LiveDocument } from "./live-document";
import type { OutlineItem } from "./outline";
import { ProblemList } from "./problem-list";
import { RunbookHeader } from "./runbook-header";
import { RunbookActs, RunbookRail } from "./runbook-rail";
import type { Values } from "./values-store";

/** What header and rail tell of a runbook. */
export type RunbookFacts = Pick<RunbookModel, "title" | "isTemplate" | "meta" | "alerts" | "escalation"> & {
  sections: Pick<Section, "id" | "text" | "depth" | "kind">[];
};

/**
 * A runbook's page as plain JSON. Browsers keep it for the time without a network: a change of its shape needs
 * another `offlineVersion` (components/offline/offline-data.ts).
 */
export type RunbookProps = {
  slug: string;
  squadName: string | null;
  revision: { number: number; authorName: string | null; createdAt: string };
  facts: RunbookFacts;
  outline: OutlineItem[];
  html: string;
  units: LiveUnit[];
  variables: Variable[];
  /** For editors; empty for everybody else. */
  problems: Problem[];
  road: RenderRoad;
  /** Null for who may not, and for templates. */
  startHref: string | null;
  editHref: string | null;
};

type RunbookViewProps = {
  runbook: RunbookProps;
  initialValues: Values;
  /** How old the copy is, when it is one. */
  notice?: ReactNode;
};

/** The reading page of a runbook; the same from the server and from what a browser keeps. */
export function RunbookView({ runbook, initialValues, notice = null }: RunbookViewProps) {
  const { slug, facts, startHref, editHref } = runbook;
  const acts = { slug, dashboards: facts.meta.dashboards, startHref, editHref };
  return (
    <div className="cols">
      <ContentsList items={runbook.outline} />
      <main id="main">
        {notice}
        <RunbookHeader model={facts} squadName={runbook.squadName} revision={runbook.revision}>
          <RunbookActs {...acts} />
        </RunbookHeader>
        <ProblemList problems={runbook.problems} road={runbook.road} />
        <LiveDocument
          key={slug}
          html={runbook.html}
          commands={runbook.units}
          variables={runbook.variables}
          storageKey={slug}
          initialValues={initialValues}
        />
      </main>
      <RunbookRail {...acts} model={facts} />
    </div>
  );
}

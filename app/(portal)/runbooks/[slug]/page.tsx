import type { Metadata } from "next";
import { ContentsList } from "@/components/runbook/contents-list";
import { valuesFromQuery } from "@/components/runbook/initial-values";
import { LiveDocument } from "@/components/runbook/live-document";
import { buildOutline } from "@/components/runbook/outline";
import { ProblemList } from "@/components/runbook/problem-list";
import { RunbookHeader } from "@/components/runbook/runbook-header";
import { RunbookActs, RunbookRail } from "@/components/runbook/runbook-rail";
import { StaleNotice } from "@/components/shell/stale-notice";
import { can } from "@/lib/access/policy";
import { toCopyUnits } from "@/lib/domain/commands/copy-units";
import { loadRunbook } from "./load-runbook";

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { compiled } = await loadRunbook((await params).slug);
  return { title: compiled.model.title };
}

export default async function RunbookPage({ params, searchParams }: Props) {
  const [{ slug }, query] = await Promise.all([params, searchParams]);
  const { actor, runbook, revision, compiled, stale } = await loadRunbook(slug);
  const { model } = compiled;
  const target = { squadId: runbook.squadId };
  const acts = {
    slug,
    dashboards: model.meta.dashboards,
    startHref: can(actor, "incident.open") && !runbook.isTemplate ? `/incidents/new?runbook=${slug}` : null,
    editHref: can(actor, "runbook.edit", target) ? `/runbooks/${slug}/edit` : null,
  };

  return (
    <div className="cols">
      <ContentsList items={buildOutline(model.sections, model.commands, model.title)} />
      <main id="main">
        {stale ? <StaleNotice asOf={stale.asOf} /> : null}
        <RunbookHeader model={model} squadName={runbook.squadName} revision={revision}>
          <RunbookActs {...acts} />
        </RunbookHeader>
        {can(actor, "problems.read", target) ? (
          <ProblemList problems={compiled.problems} road={compiled.road} />
        ) : null}
        <LiveDocument
          key={slug}
          html={compiled.html}
          commands={toCopyUnits(model.commands)}
          variables={model.variables}
          storageKey={slug}
          initialValues={valuesFromQuery(query, model.variables)}
        />
      </main>
      <RunbookRail {...acts} model={model} />
    </div>
  );
}

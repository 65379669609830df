import "@/app/styles/revisions.css";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RevisionBanner } from "@/components/revisions/revision-banner";
import { ContentsList } from "@/components/runbook/contents-list";
import { LiveDocument } from "@/components/runbook/live-document";
import { buildOutline } from "@/components/runbook/outline";
import { ProblemList } from "@/components/runbook/problem-list";
import { RunbookHeader } from "@/components/runbook/runbook-header";
import { Refusal } from "@/components/shell/refusal";
import { requireActor } from "@/lib/access/actor";
import { can } from "@/lib/access/policy";
import { toCopyUnits } from "@/lib/domain/commands/copy-units";
import { slugOfParam } from "@/lib/domain/slug";
import { getRevision } from "@/lib/features/runbooks/get-revision";
import { restoreAction } from "../../../actions";
import { loadOrRefuse } from "../../../load-or-refuse";

export const metadata: Metadata = { title: "A revision of a runbook" };

type Props = { params: Promise<{ slug: string; number: string }> };

export default async function RevisionPage({ params }: Props) {
  const [actor, param] = await Promise.all([requireActor(), params]);
  if (!/^[1-9]\d{0,8}$/.test(param.number)) notFound();
  const { value, refusal } = await loadOrRefuse(() =>
    getRevision(actor, slugOfParam(param.slug), Number(param.number)),
  );
  if (!value) return <Refusal text={refusal} />;
  const { runbook, revision, compiled } = value;
  const { model } = compiled;
  return (
    <div className="cols">
      <ContentsList items={buildOutline(model.sections, model.commands)} />
      <main id="main">
        <RevisionBanner
          {...revision}
          slug={runbook.slug}
          currentNumber={runbook.currentRevision}
          restore={runbook.canEdit ? restoreAction : null}
        />
        <RunbookHeader model={model} squadName={runbook.squadName} revision={revision} />
        {can(actor, "problems.read", { squadId: runbook.squadId }) ? (
          <ProblemList problems={compiled.problems} road={compiled.road} />
        ) : null}
        <LiveDocument
          html={compiled.html}
          commands={toCopyUnits(model.commands)}
          variables={model.variables}
          storageKey={runbook.slug}
        />
      </main>
    </div>
  );
}

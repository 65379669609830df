import type { Metadata } from "next";
import { valuesFromQuery } from "@/components/runbook/initial-values";
import { toRunbookProps } from "@/components/runbook/runbook-props";
import { RunbookView } from "@/components/runbook/runbook-view";
import { StaleNotice } from "@/components/shell/stale-notice";
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
  const { actor, stale, ...page } = await loadRunbook(slug);
  return (
    <RunbookView
      runbook={toRunbookProps(actor, page)}
      initialValues={valuesFromQuery(query, page.compiled.model.variables)}
      notice={stale ? <StaleNotice asOf={stale.asOf} /> : null}
    />
  );
}

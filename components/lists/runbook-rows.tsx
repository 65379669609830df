import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Time } from "@/components/ui/time";

export type RunbookRow = {
  slug: string;
  title: string;
  squadName: string | null;
  service: string | null;
  updatedAt: string;
  isTemplate: boolean;
  stepCount: number;
  commandCount: number;
  alerts: string[];
};

const count = (number: number, one: string) => `${number} ${number === 1 ? one : `${one}s`}`;

/** Runbooks, a line each. */
export function RunbookRows({ runbooks }: { runbooks: readonly RunbookRow[] }) {
  return (
    <ul className="rows">
      {runbooks.map((runbook) => (
        <li key={runbook.slug}>
          <div className="row">
            <p className="row-title">
              <Link href={`/runbooks/${runbook.slug}`} prefetch={false}>
                {runbook.title}
              </Link>
              {runbook.isTemplate ? <Badge tone="accent">Template</Badge> : null}
            </p>
            <p className="row-facts">
              {runbook.squadName ? <span>{runbook.squadName}</span> : null}
              {runbook.service && runbook.service !== runbook.title ? <span>{runbook.service}</span> : null}
              {runbook.stepCount > 0 ? <span>{count(runbook.stepCount, "step")}</span> : null}
              {runbook.commandCount > 0 ? <span>{count(runbook.commandCount, "command")}</span> : null}
              {runbook.alerts.length > 0 ? <span>{count(runbook.alerts.length, "alert")}</span> : null}
            </p>
            <p className="row-side">
              <Time iso={runbook.updatedAt} />
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

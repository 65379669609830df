import type { Metadata } from "next";
import { Refusal } from "@/components/shell/refusal";
import { Time } from "@/components/ui/time";
import { requireActor } from "@/lib/access/actor";
import { can } from "@/lib/access/policy";
import { listAudit } from "@/lib/features/people/list-audit";

export const metadata: Metadata = { title: "Audit record" };

export default async function AuditPage() {
  const actor = await requireActor();
  if (!can(actor, "audit.read")) return <Refusal text="Only admins read the audit record." />;
  const lines = await listAudit(actor);
  return (
    <main id="main" className="page-wide">
      <h1>Audit record</h1>
      <section className="table-scroll" aria-label="Audit record">
        <table className="grid-table">
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">Who</th>
              <th scope="col">What</th>
              <th scope="col">Details</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.id}>
                <td>
                  <Time iso={line.at} show="absolute" />
                </td>
                <td>{line.actorName}</td>
                <td>{line.action}</td>
                <td className="mono">{line.data === "{}" ? "" : line.data}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </main>
  );
}

import type { FactEvent } from "../board-state";
import type { Severity } from "../incident-status";

/** The severity of now: the newest change, else the one that the incident was opened with. */
export function severityNow(facts: readonly FactEvent[], opened: Severity): Severity {
  return facts.findLast((fact) => fact.kind === "severity.changed")?.data.to ?? opened;
}

import type { FactEvent } from "@/lib/domain/board-state";
import type { Checklist } from "@/lib/domain/checklist";
import { readClock } from "@/lib/domain/event-clock";

/** When somebody began to work on the incident: the first mark on a step, or the first role taken. */
export function begunAtOf(checklist: Checklist, facts: readonly FactEvent[]): string | null {
  const marks = Object.values(checklist).flatMap((record) => record.marks[0]?.at ?? []);
  const roles = facts.flatMap((fact) => (fact.kind === "role.changed" ? [readClock(fact).at] : []));
  return [...marks, ...roles].sort()[0] ?? null;
}

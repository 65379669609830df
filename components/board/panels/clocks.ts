import { isSettled } from "@/lib/domain/checklist";
import { type LevelClock, readLevels, readTriggers, type TriggerClock } from "@/lib/domain/escalation-clock";
import type { ResponseLimit } from "@/lib/domain/response-limits";
import type { StepStates } from "@/lib/domain/step-states";
import type { Desk } from "./use-desk";

/** Something that counts, as the band and the button of the sheet show it. */
export type Clock = {
  key: string;
  kind: "timer" | "limit" | "escalation" | "trigger";
  /** What it is, where there is room for a word. */
  name: string;
  label: string;
  endsAt: string;
};

type Clocked = Pick<Desk, "timers" | "called" | "incident" | "severity" | "status" | "begunAt" | "state"> & {
  doc: Pick<Desk["doc"], "aids" | "runId" | "steps">;
  runs: Desk["runs"];
};

/** The levels of the shown run; none once the incident is no longer open. */
export function levelsOf(desk: Clocked, now: number): LevelClock[] {
  const called = desk.called.filter(({ runId }) => runId === desk.doc.runId);
  const { openedAt } = desk.incident;
  return readLevels(
    desk.doc.aids.levels,
    called,
    { openedAt, severity: desk.severity, begunAt: desk.begunAt },
    now,
  );
}

export function triggersOf({ doc, incident, severity }: Clocked): TriggerClock[] {
  return readTriggers(doc.aids.triggers, { openedAt: incident.openedAt, severity });
}

/** The first-response limits whose steps are not all settled. */
export function limitsOf(desk: Pick<Clocked, "doc" | "incident">, states: StepStates) {
  return desk.doc.aids.limits.flatMap((limit: ResponseLimit) =>
    limit.stepIds.every((id) => isSettled(states.get(id) ?? "open"))
      ? []
      : [
          {
            ...limit,
            endsAt: new Date(Date.parse(desk.incident.openedAt) + limit.seconds * 1_000).toISOString(),
          },
        ],
  );
}

/** All that counts now, what is due first, then by its end. */
export function clocksOf(desk: Clocked, states: StepStates, now: number): Clock[] {
  const timers = desk.timers
    .filter((timer) => timer.stopped === null)
    .map(({ id, label, endsAt }): Clock => ({ key: id, kind: "timer", name: label, label, endsAt }));
  if (desk.status === "resolved") return sorted(timers);
  const limits = limitsOf(desk, states).map(
    ({ text, endsAt }): Clock => ({ key: `limit ${text}`, kind: "limit", name: text, label: text, endsAt }),
  );
  const next = desk.status === "open" ? levelsOf(desk, now).find(({ isNext }) => isNext) : undefined;
  const escalation: Clock[] = next?.dueAt
    ? [
        {
          key: `level ${next.level}`,
          kind: "escalation",
          name: next.level,
          label: `Escalate to ${next.level}`,
          endsAt: next.dueAt,
        },
      ]
    : [];
  const triggers = (desk.status === "open" ? triggersOf(desk) : []).flatMap(({ text, dueAt }): Clock[] =>
    dueAt === null
      ? []
      : [{ key: `trigger ${text}`, kind: "trigger", name: text, label: text, endsAt: dueAt }],
  );
  return sorted([...timers, ...limits, ...escalation, ...triggers]);
}

const sorted = (clocks: Clock[]) => clocks.toSorted((a, b) => Date.parse(a.endsAt) - Date.parse(b.endsAt));

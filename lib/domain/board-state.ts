import { applyEvent, type Checklist, emptyChecklist, insertBySeq } from "./checklist";
import { readClock } from "./event-clock";
import type { EventKind, EventOf, IncidentEvent } from "./incident-event";
import type { IncidentStatus } from "./incident-status";

const recentKept = 20;

/** The value that somebody gave to a variable of a run; `value` is null when it was cleared. */
export type SharedValue = { seq: number; value: string | null; by: string; at: string };

export type Participant = { id: string; name: string; seq: number };

/**
 * Kinds that come seldom and are kept whole: runs, roles, timers, links… Small folds in lib/domain/facts read them.
 * What comes with every step has a compact form of its own.
 */
const factKinds = [
  "run.started",
  "step.added",
  "step.removed",
  "severity.changed",
  "role.changed",
  "shift.handed-over",
  "timer.started",
  "timer.stopped",
  "incident.escalated",
  "link.added",
  "link.removed",
  "cause.chosen",
  "incident.merged",
  "incident.absorbed",
] as const satisfies readonly EventKind[];

export type FactEvent = EventOf<(typeof factKinds)[number]>;

/** Everything that an open board shows and that events can change. Plain JSON: the server folds it, browsers go on. */
export type BoardState = {
  checklist: Checklist;
  /** By `run id:variable key`. */
  values: Readonly<Record<string, SharedValue>>;
  status: { seq: number; value: IncidentStatus; at: string | null };
  /** In the order of the record. */
  facts: FactEvent[];
  /** The newest events, oldest first. */
  recent: IncidentEvent[];
  /** Who did something, in the order in which they came. */
  people: Participant[];
  /** Highest `seq` folded in. Not a cursor: older ones may still be on their way. */
  seq: number;
};

export const emptyBoard: BoardState = {
  checklist: emptyChecklist,
  values: {},
  status: { seq: 0, value: "open", at: null },
  facts: [],
  recent: [],
  people: [],
  seq: 0,
};

export function valueKey(runId: string, key: string): string {
  return `${runId}:${key}`;
}

/** Folds one event in. Like the checklist, right in any order and with repeats. */
export function applyToBoard(board: BoardState, event: IncidentEvent): BoardState {
  const { seq } = event;
  return {
    checklist: applyEvent(board.checklist, event),
    values: applyValue(board.values, event),
    status:
      event.kind === "status.changed" && seq > board.status.seq
        ? { seq, value: event.data.to, at: event.recordedAt }
        : board.status,
    facts: isFact(event) ? insertBySeq(board.facts, event) : board.facts,
    recent: insertBySeq(board.recent, event).slice(-recentKept),
    people: applyPerson(board.people, event),
    seq: Math.max(board.seq, seq),
  };
}

export function foldBoard(events: Iterable<IncidentEvent>): BoardState {
  let board = emptyBoard;
  for (const event of events) board = applyToBoard(board, event);
  return board;
}

/** The values of one run, for the variables bar; a cleared one is empty. */
export function valuesOfRun(values: BoardState["values"], runId: string): Record<string, string> {
  const start = valueKey(runId, "");
  const own = Object.entries(values).filter(([key]) => key.startsWith(start));
  return Object.fromEntries(own.map(([key, { value }]) => [key.slice(start.length), value ?? ""]));
}

function isFact(event: IncidentEvent): event is FactEvent {
  return factKinds.some((kind) => kind === event.kind);
}

function applyValue(values: BoardState["values"], event: IncidentEvent): BoardState["values"] {
  if (event.kind !== "variable.set" || event.runId === null) return values;
  const key = valueKey(event.runId, event.data.key);
  const known = values[key];
  if (known && known.seq >= event.seq) return values;
  const { value } = event.data;
  return { ...values, [key]: { seq: event.seq, value, by: event.actorName, at: readClock(event).at } };
}

function applyPerson(people: Participant[], { actorId, actorName, seq }: IncidentEvent): Participant[] {
  if (actorId === null) return people;
  const known = people.find((person) => person.id === actorId);
  if (known && known.seq <= seq) return people;
  const others = people.filter((person) => person.id !== actorId);
  return insertBySeq(others, { id: actorId, name: actorName, seq });
}

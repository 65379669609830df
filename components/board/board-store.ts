import { uuidv7 } from "uuidv7";
import type { OutboxEntry } from "@/components/outbox/outbox-entry";
import type { Kept, Outbox } from "@/components/outbox/outbox-types";
import { applyToBoard, type BoardState } from "@/lib/domain/board-state";
import { isMarkKind, isSettled, type StepState, stateAfter, stepKey } from "@/lib/domain/checklist";
import { timersOf } from "@/lib/domain/facts/timers";
import type { EventInput, IncidentEvent } from "@/lib/domain/incident-event";
import { toOptimisticEvent } from "@/lib/domain/optimistic-event";
import type { Person } from "./types";

/** What this person did here and the portal has not acknowledged. */
export type Unsaved = {
  input: EventInput;
  /** `waiting` is kept on this device and sent by itself; the portal refused, or the device cannot keep, the others. */
  state: "waiting" | "refused" | "not-kept";
  /** Why, unless it waits. */
  message: string | null;
};

export type BoardSnapshot = {
  /** What the server has told, with what waits laid over it. */
  shown: BoardState;
  /** What the server has told, and nothing else. */
  told: BoardState;
  unsaved: readonly Unsaved[];
};

/** A step's state that was set elsewhere, and when this page learned of it (milliseconds, this device's clock). */
export type OutsideMark = { state: StepState; by: string; isMe: boolean; at: number };

type WithoutMeta<T> = T extends unknown ? Omit<T, "id" | "occurredAt"> : never;
export type Act = WithoutMeta<EventInput>;

export type BoardStore = {
  get: () => BoardSnapshot;
  /** What is shown, with the acts over it that the outbox is still storing: a second press must know of the first. */
  ahead: () => BoardState;
  /** The last change of a step's state that was not made on this page, as far as it was seen to come. */
  outsideMark: (runId: string, stepId: string) => OutsideMark | null;
  /** Whether the step's state was set on this page since it was opened. */
  hasActedOn: (runId: string, stepId: string) => boolean;
  subscribe: (listener: () => void) => () => void;
  /** Folds in what came from the server, in any order and with repeats. */
  receive: (events: readonly IncidentEvent[]) => void;
  /**
   * Gives an act to the outbox, which stores it, shows it here and sends it. `step.added` gets its `stepId` here; what
   * settles a step stops its timers too.
   */
  act: (act: Act) => void;
  /** Tries an act again that was refused or not kept; the same id, so it can never count twice. */
  retry: (id: string) => void;
  /** Gives up an act for good. */
  discard: (id: string) => void;
  /** Follows the outbox of this browser; gives the function that ends it. */
  listen: () => () => void;
};

type Options = {
  initial: BoardState;
  person: Person;
  incident: { id: string; key: string };
  /** Asked for when it is needed: there is none on the server. */
  outbox: () => Outbox;
  /** The text of a step, for the list of what waits. */
  stepText: (stepId: string) => string | null;
};

/** Far above every real number, so that what waits lies on top. */
const overlay = 1_000_000_000;

/** Whether an event on the board is this person's own and not in the record yet. */
export const isLaidOver = ({ seq }: IncidentEvent): boolean => seq >= overlay;

/** The state of an open board, without React: the server's events, and over them what the outbox holds of this incident. */
export function createBoardStore({ initial, person, incident, outbox, stepText }: Options): BoardStore {
  const listeners = new Set<() => void>();
  let board = initial;
  let unsaved: readonly Unsaved[] = [];
  let snapshot: BoardSnapshot = { shown: board, told: board, unsaved };
  let begun: readonly EventInput[] = [];
  const ownIds = new Set<string>();
  const ownSteps = new Set<string>();
  const seenIds = new Set<string>();
  const outside = new Map<string, OutsideMark>();

  const noteOutside = ({ id, kind, runId, stepId }: Marked, by: { id: string | null; name: string }) => {
    if (seenIds.has(id) || !isMarkKind(kind) || runId === null || stepId === null) return;
    seenIds.add(id);
    if (ownIds.has(id)) return;
    const isMe = by.id === person.id;
    outside.set(stepKey(runId, stepId), { state: stateAfter[kind], by: by.name, isMe, at: Date.now() });
  };

  const change = (nextBoard: BoardState, nextUnsaved: readonly Unsaved[]) => {
    board = nextBoard;
    unsaved = nextUnsaved;
    // A tick that was refused goes back; a value that was stays, or the next command would be copied with the old one.
    const laidOver = unsaved.filter(
      ({ state, input }) =>
        (state === "waiting" || input.kind === "variable.set") &&
        // It may come back by the stream before the outbox hears that it arrived.
        !board.recent.some(({ id }) => id === input.id),
    );
    const shown = laidOver.reduce(
      (sum, item, index) =>
        applyToBoard(sum, toOptimisticEvent(item.input, { seq: overlay + index, person, board })),
      board,
    );
    snapshot = { shown, told: board, unsaved };
    for (const listener of listeners) listener();
  };

  const receive = (events: readonly IncidentEvent[]) => {
    if (events.length === 0) return;
    for (const event of events) noteOutside(event, { id: event.actorId, name: event.actorName });
    change(events.reduce(applyToBoard, board), unsaved);
  };

  const hear = ({ incident: of, answer }: Kept) => {
    if (of === incident.id && hasEvent(answer)) receive([answer.event]);
  };

  const takeOver = () => {
    const { entries, unkept } = outbox().get();
    const next: Unsaved[] = [
      ...entries.flatMap((entry) => unsavedOf(entry, incident.id)),
      ...unkept.flatMap(({ entry, message }) =>
        unsavedOf(entry, incident.id).map((item) => ({ ...item, state: "not-kept" as const, message })),
      ),
    ];
    // Another tab of this browser writes into the same outbox.
    for (const { input } of next) noteOutside(input, person);
    change(board, next);
  };

  const snapshotAhead = () =>
    begun
      .filter(({ id }) => !unsaved.some(({ input }) => input.id === id))
      .reduce((sum, input, index) => {
        const seq = overlay + unsaved.length + index;
        return applyToBoard(sum, toOptimisticEvent(input, { seq, person, board }));
      }, snapshot.shown);

  const add = (act: Act) => {
    const id = uuidv7();
    // A step that is added has the id of its event.
    const stepId = act.kind === "step.added" ? id : act.stepId;
    const body = { ...act, id, stepId, occurredAt: new Date().toISOString() } as EventInput;
    const about =
      act.kind === "step.added" ? act.data.text : act.stepId === null ? null : stepText(act.stepId);
    begun = [...begun, body];
    ownIds.add(id);
    if (isMarkKind(body.kind) && body.runId !== null && body.stepId !== null)
      ownSteps.add(stepKey(body.runId, body.stepId));
    // What could not be stored stands in the outbox's snapshot with its reason.
    outbox()
      .add({ id, incident: incident.id, incidentKey: incident.key, about, kind: "event", body })
      .catch(() => {})
      .finally(() => {
        begun = begun.filter((input) => input.id !== id);
      });
  };

  return {
    get: () => snapshot,
    ahead: snapshotAhead,
    outsideMark: (runId, stepId) => outside.get(stepKey(runId, stepId)) ?? null,
    hasActedOn: (runId, stepId) => ownSteps.has(stepKey(runId, stepId)),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    receive(events) {
      receive(events);
      for (const { id } of events) {
        if (unsaved.some((item) => item.input.id === id)) void outbox().confirm(id);
      }
    },
    act(act) {
      add(act);
      // Nobody waits any more for what is settled.
      if (!isMarkKind(act.kind) || !isSettled(stateAfter[act.kind])) return;
      for (const timer of timersOf(snapshotAhead().facts)) {
        if (timer.stopped !== null || timer.stepId !== act.stepId || timer.runId !== act.runId) continue;
        add({ kind: "timer.stopped", runId: null, stepId: null, data: { timerId: timer.id } });
      }
    },
    retry: (id) =>
      void outbox()
        .retry(id)
        .catch(() => {}),
    discard: (id) =>
      void outbox()
        .discard(id)
        .catch(() => {}),
    listen() {
      const box = outbox();
      const stops = [box.subscribe(takeOver), box.onKept(hear)];
      takeOver();
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}

type Marked = Pick<IncidentEvent, "id" | "kind" | "runId" | "stepId">;

function unsavedOf(entry: OutboxEntry, incidentId: string): Unsaved[] {
  if (entry.incident !== incidentId || entry.kind !== "event") return [];
  return [{ input: entry.body, state: entry.state, message: entry.refusal?.message ?? null }];
}

function hasEvent(answer: unknown): answer is { event: IncidentEvent } {
  return typeof answer === "object" && answer !== null && "event" in answer;
}

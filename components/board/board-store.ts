import { uuidv7 } from "uuidv7";
import { applyToBoard, type BoardState } from "@/lib/domain/board-state";
import type { EventInput, IncidentEvent } from "@/lib/domain/incident-event";
import type { Sent } from "./send-event";
import type { Person } from "./types";

/** What somebody did here and the server has not kept yet. `message` is null while it is under way. */
export type Unsaved = { input: EventInput; message: string | null };

export type BoardSnapshot = {
  /** What the server has told, with what is under way laid over it. */
  shown: BoardState;
  unsaved: readonly Unsaved[];
};

type WithoutMeta<T> = T extends unknown ? Omit<T, "id" | "occurredAt"> : never;
export type Act = WithoutMeta<EventInput>;

export type BoardStore = {
  get: () => BoardSnapshot;
  subscribe: (listener: () => void) => () => void;
  /** Folds in what came from the server, in any order and with repeats. */
  receive: (events: readonly IncidentEvent[]) => void;
  /** Shows an act at once and sends it. */
  act: (act: Act) => void;
  /** Sends an act again that could not be saved; the same id, so it can never count twice. */
  retry: (id: string) => void;
  /** Gives up an act that could not be saved. */
  dismiss: (id: string) => void;
};

type Options = {
  initial: BoardState;
  person: Person;
  send: (input: EventInput) => Promise<Sent>;
};

/** Far above every real number, so that what is under way lies on top. */
const overlay = 1_000_000_000;

/** The state of an open board, without React: the server's events, and over them what this browser is sending. */
export function createBoardStore({ initial, person, send }: Options): BoardStore {
  const listeners = new Set<() => void>();
  const lanes = new Map<string, Promise<void>>();
  let board = initial;
  let unsaved: readonly Unsaved[] = [];
  let snapshot: BoardSnapshot = { shown: board, unsaved };

  const change = (nextBoard: BoardState, nextUnsaved: readonly Unsaved[]) => {
    board = nextBoard;
    unsaved = nextUnsaved;
    // A tick that failed goes back; a value that failed stays, or the next command would be copied with the old one.
    const underWay = unsaved.filter((item) => item.message === null || item.input.kind === "variable.set");
    const shown = underWay.reduce(
      (sum, item, index) => applyToBoard(sum, optimistic(item.input, index)),
      board,
    );
    snapshot = { shown, unsaved };
    for (const listener of listeners) listener();
  };

  const optimistic = (input: EventInput, index: number): IncidentEvent => ({
    ...input,
    seq: overlay + index,
    actorId: person.id,
    actorName: person.name,
    recordedAt: input.occurredAt,
  });

  const deliver = async (input: EventInput) => {
    const sent = await send(input);
    const isListed = unsaved.some((item) => item.input.id === input.id);
    if (sent.ok) change(applyToBoard(board, sent.event), without(unsaved, input.id));
    else if (isListed) change(board, replace(unsaved, { input, message: sent.message }));
  };

  /** Two acts on the same step must arrive in their order; acts on different steps do not wait for each other. */
  const enqueue = (input: EventInput) => {
    const lane = `${input.runId}:${input.stepId ?? ("key" in input.data ? input.data.key : "")}`;
    const turn = (lanes.get(lane) ?? Promise.resolve()).then(() => deliver(input));
    lanes.set(lane, turn);
    void turn.finally(() => lanes.get(lane) === turn && lanes.delete(lane));
  };

  return {
    get: () => snapshot,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    receive(events) {
      if (events.length === 0) return;
      const ids = new Set(events.map((event) => event.id));
      change(
        events.reduce(applyToBoard, board),
        unsaved.filter((item) => !ids.has(item.input.id)),
      );
    },
    act(act) {
      const input = { ...act, id: uuidv7(), occurredAt: new Date().toISOString() } as EventInput;
      // A newer act on the same step replaces an older one that failed.
      const older = unsaved.filter((item) => item.message === null || !isSameSpot(item.input, input));
      change(board, [...older, { input, message: null }]);
      enqueue(input);
    },
    retry(id) {
      const item = unsaved.find((candidate) => candidate.input.id === id);
      if (!item || item.message === null) return;
      change(board, replace(unsaved, { input: item.input, message: null }));
      enqueue(item.input);
    },
    dismiss(id) {
      change(board, without(unsaved, id));
    },
  };
}

const marking = new Set(["step.checked", "step.unchecked", "step.skipped", "step.not-applicable"]);

function isSameSpot(one: EventInput, other: EventInput): boolean {
  if (one.runId !== other.runId || one.stepId !== other.stepId) return false;
  if (one.kind === "variable.set" && other.kind === "variable.set") return one.data.key === other.data.key;
  return marking.has(one.kind) && marking.has(other.kind);
}

function without(items: readonly Unsaved[], id: string): readonly Unsaved[] {
  return items.filter((item) => item.input.id !== id);
}

function replace(items: readonly Unsaved[], changed: Unsaved): readonly Unsaved[] {
  return items.map((item) => (item.input.id === changed.input.id ? changed : item));
}

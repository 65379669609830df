import type { BoardState } from "./board-state";
import { severityNow } from "./facts/severity";
import type { EventInput, IncidentEvent } from "./incident-event";

type Context = {
  seq: number;
  person: { id: string; name: string };
  /** What the server has told so far. */
  board: BoardState;
};

/**
 * An act as the record will hold it, as far as a browser can tell before the server has answered. What only the
 * server knows (the state before, the name of another person) is filled in from what the board shows.
 */
export function toOptimisticEvent(input: EventInput, { seq, person, board }: Context): IncidentEvent {
  const { id, kind, runId, stepId, occurredAt } = input;
  return {
    id,
    kind,
    runId,
    stepId,
    occurredAt,
    seq,
    actorId: person.id,
    actorName: person.name,
    sentAt: null,
    recordedAt: occurredAt,
    data: dataOf(input, person, board),
    // The kind chooses the shape of the data, which the compiler cannot follow through a variable.
  } as IncidentEvent;
}

function dataOf(input: EventInput, person: Context["person"], board: BoardState): IncidentEvent["data"] {
  switch (input.kind) {
    case "status.changed":
      return { ...input.data, from: board.status.value };
    case "severity.changed":
      return { ...input.data, from: severityNow(board.facts, input.data.to) };
    case "role.changed":
    case "shift.handed-over": {
      const known = [person, ...board.people].find(({ id }) => id === input.data.personId);
      return { ...input.data, personName: known?.name ?? "somebody" };
    }
    default:
      return input.data;
  }
}

import { mayOffer } from "@/lib/access/policy";
import type { Actor } from "@/lib/domain/actor";
import type { BoardState } from "@/lib/domain/board-state";
import type { BoardProps } from "./board";
import { type BoardRun, toBoardDocument, toOtherRun } from "./board-document";
import type { BoardIncident } from "./types";

type Answer = {
  incident: BoardIncident;
  runs: BoardRun[];
  state: BoardState;
  stale: { asOf: string } | null;
};

/** What the board of one run shows to this person, as plain JSON: from the server, or kept by a browser. */
export function toBoardProps(actor: Actor, answer: Answer, run: BoardRun, now: Date): BoardProps {
  const { incident, runs, state, stale } = answer;
  return {
    incident,
    document: toBoardDocument(run, state, now),
    otherRuns: runs.filter((other) => other !== run).map(toOtherRun),
    initial: state,
    person: { id: actor.id, name: actor.name },
    rights: {
      canAppend: mayOffer(actor, "event.append"),
      canChangeStatus: mayOffer(actor, "incident.change-status"),
    },
    stale,
  };
}

import type { BoardState } from "./board-state";
import type { Checklist, StepRecord } from "./checklist";

/** The newest of each that a board may hold for one step; the older ones are in the review. */
const kept = { marks: 5, notes: 20, outputs: 5 };

/**
 * The board without what long nights pile up on single steps. What is shown and what later events change depends on
 * the newest alone, so that folding goes on from here as it would from the whole.
 */
export function windowOf(board: BoardState): BoardState {
  const checklist: Record<string, StepRecord> = {};
  for (const [key, record] of Object.entries(board.checklist)) checklist[key] = shortened(record);
  return { ...board, checklist: checklist satisfies Checklist };
}

function shortened(record: StepRecord): StepRecord {
  const { marks, notes, outputs } = record;
  const isShort = marks.length <= kept.marks && notes.length <= kept.notes && outputs.length <= kept.outputs;
  if (isShort) return record;
  return {
    marks: marks.slice(-kept.marks),
    notes: notes.slice(-kept.notes),
    outputs: outputs.slice(-kept.outputs),
  };
}

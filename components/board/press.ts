import type { StepState } from "@/lib/domain/checklist";
import type { OutsideMark } from "./board-store";

/** What a person has not yet taken in: a press in this time was meant for what stood there before. */
const takeInMs = 1_500;
/** Two presses in this time are one. */
export const twiceMs = 400;

type Press = {
  /** The state that the press would set. */
  to: StepState;
  /** The state of the step with all that this browser is about to say. */
  ahead: StepState;
  /** This person has set that state. */
  isMine: boolean;
  /** What somebody else did with the step last. */
  outside: OutsideMark | null;
  /** When this page acted on the step last by a press (milliseconds); null when it did not. */
  pressedAt: number | null;
  now: number;
};

/**
 * What a press on a step means. "nothing": it is done already or is the second half of a double click. "overtaken":
 * somebody else has just set the state, and who pressed had seen the one before: it must not be turned round.
 */
export function readPress({
  to,
  ahead,
  isMine,
  outside,
  pressedAt,
  now,
}: Press): "act" | "nothing" | "overtaken" {
  if (pressedAt !== null && now - pressedAt < twiceMs) return "nothing";
  const isFresh = outside !== null && outside.state === ahead && now - outside.at < takeInMs;
  // Taking a step up settles nothing: a tick right after it is meant.
  if (isFresh && (ahead !== "in-progress" || to !== "done")) return "overtaken";
  return to === ahead && (ahead !== "in-progress" || isMine) ? "nothing" : "act";
}

type Moved = {
  /** When another step became the current one. */
  movedAt: number;
  /** What somebody else did last with the one before. */
  outside: OutsideMark | null;
  now: number;
};

/** Whether a press on "the current step" is still about the one before: somebody else has just settled that. */
export function isMeantBefore({ movedAt, outside, now }: Moved): boolean {
  return outside !== null && movedAt - outside.at < takeInMs && now - movedAt < takeInMs;
}

const said: Record<StepState, string> = {
  open: "opened it again",
  "in-progress": "took it up",
  done: "ticked it",
  skipped: "skipped it",
  "not-applicable": "said that it does not apply",
  deferred: "put it off",
  failed: "said that it did not work",
};

/** "Jon ticked it just now." */
export function overtakenWords({ state, by, isMe }: OutsideMark): string {
  return `${isMe ? "You" : by} ${said[state]} just now${isMe ? " in another window" : ""}. Nothing was changed.`;
}

import type { StepState } from "@/lib/domain/checklist";
import { isSettled } from "@/lib/domain/checklist";
import type { BoardStep } from "./types";

/** What can be done with a step. */
export type StepAct =
  | "done"
  | "use"
  | "claim"
  | "release"
  | "undo"
  | "skip"
  | "not-applicable"
  | "defer"
  | "fail"
  | "note"
  | "output"
  | "add"
  | "remove";

export const actWords: Record<StepAct, string> = {
  done: "Done",
  use: "Use this",
  claim: "I’m on it",
  release: "Not on it any more",
  undo: "Undo",
  skip: "Skip",
  "not-applicable": "Not applicable",
  defer: "Put off",
  fail: "Did not work",
  note: "Note",
  output: "Paste output",
  add: "Add a step below",
  remove: "Take this step back",
};

/** The single key of an act, where it has one. */
export const actKeys: Partial<Record<StepAct, string>> = {
  done: "x",
  skip: "s",
  note: "n",
  claim: "i",
  release: "i",
  defer: "d",
  fail: "f",
  output: "o",
  undo: "u",
};

type Scene = {
  step: Pick<BoardStep, "kind" | "choice">;
  state: StepState;
  isCurrent: boolean;
  /** This person took it up. */
  isMine: boolean;
  /** It does not apply since another alternative is used. */
  isPassedOver: boolean;
  canTick: boolean;
  canAppend: boolean;
  /** Steps can be added and taken back. */
  canAdd: boolean;
};

/**
 * The two or three acts that stand under a step as buttons, and its menu, which has all of them. Both in the order of
 * their use.
 */
export function offersOf(scene: Scene): { buttons: StepAct[]; menu: StepAct[] } {
  const { step, state, isCurrent, isPassedOver, canTick, canAppend, canAdd } = scene;
  const own: StepAct[] = canTick ? statesFrom(scene) : [];
  const words: StepAct[] = canAppend ? ["note"] : [];
  const more: StepAct[] = [
    ...(canTick ? (["output"] as const) : []),
    ...(canAdd ? (["add"] as const) : []),
    ...(canAdd && step.kind === "added" ? (["remove"] as const) : []),
  ];
  const isOver = isSettled(state) || state === "deferred";
  const wanted: StepAct[] = isPassedOver
    ? ["use", "note"]
    : isOver
      ? ["undo", "note"]
      : [...(isCurrent || step.choice !== null ? main(step, state) : []), "skip", "note"];
  const menu = [...own, ...words, ...more];
  return { buttons: wanted.filter((act) => menu.includes(act)), menu };
}

/** An alternative is chosen before it is done. */
function main(step: Scene["step"], state: StepState): StepAct[] {
  return [step.choice !== null && state === "open" ? "use" : "done"];
}

/** The states that a step can go to from where it is. */
function statesFrom({ step: { choice }, state, isMine, isPassedOver }: Scene): StepAct[] {
  const use: StepAct[] = choice === null ? [] : ["use"];
  if (isPassedOver) return use;
  switch (state) {
    case "open":
      return [...use, "done", "claim", "skip", "not-applicable", "defer", "fail"];
    case "in-progress":
      return [
        "done",
        ...(choice !== null
          ? (["undo"] as const)
          : isMine
            ? (["release"] as const)
            : (["claim", "undo"] as const)),
        "skip",
        "not-applicable",
        "defer",
        "fail",
      ];
    case "deferred":
      return ["undo", "done", "claim", "skip", "not-applicable", "fail"];
    case "done":
      return ["undo", "fail"];
    case "failed":
      return ["undo", "done"];
    default:
      return ["undo"];
  }
}

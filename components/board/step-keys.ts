import { findCopyButton } from "./current-mark";
import type { StepAct } from "./step-offers";
import type { StepSlots } from "./step-portals";
import type { BoardStep } from "./types";

type Options = {
  steps: readonly BoardStep[];
  slots: ReadonlyMap<string, StepSlots>;
  currentId: string | null;
  /** The step that a press means which has no focus to say it. */
  meantId: () => string | null;
  /** The step that this person did something with last and that can be undone. Asked for at the press. */
  lastId: () => string | null;
  isOpen: (stepId: string) => boolean;
  onToggle: (stepId: string) => void;
  /** Does the first of these that is offered; false when none is. */
  onAct: (stepId: string, ...acts: StepAct[]) => boolean;
};

/** What each single key does: on the step that has the focus, else on the current one. */
export function stepKeys(options: Options): Record<string, () => void> {
  const { steps, slots, currentId, meantId, lastId, isOpen, onToggle, onAct } = options;
  // Only a focus that the keyboard has set: after a click the current step is what is meant.
  const focused = () =>
    document.activeElement?.matches(":focus-visible")
      ? (document.activeElement.closest<HTMLElement>("[data-step]")?.dataset.step ?? null)
      : null;
  const target = () => focused() ?? currentId;
  const withTarget = (run: (stepId: string) => void) => () => {
    const id = focused() ?? meantId();
    if (id !== null) run(id);
  };
  const act = (...acts: StepAct[]) => withTarget((id) => onAct(id, ...acts));
  const move = (by: 1 | -1) => () => {
    const at = steps.findIndex((step) => step.id === target());
    const from = focused() === null && at >= 0 && by === 1 ? at - 1 : at;
    const next = steps[Math.min(Math.max(from + by, 0), steps.length - 1)];
    if (next) focusStep(slots, next.id);
  };
  return {
    j: move(1),
    k: move(-1),
    x: withTarget((id) => {
      // Somebody who walks by keys goes on with the next open step.
      const next = focused() && isOpen(id) ? findNextOpen(steps, id, isOpen) : null;
      onToggle(id);
      if (next) focusStep(slots, next.id);
    }),
    s: act("skip"),
    n: act("note"),
    i: act("release", "claim"),
    d: act("defer"),
    f: act("fail"),
    o: act("output"),
    // What has the focus may be the next step already: then the last act is meant.
    u: () => {
      for (const id of [focused(), lastId()]) if (id !== null && onAct(id, "undo", "release")) return;
    },
    c: withTarget((id) => copyOf(slots, id)?.click()),
    v: () => {
      const fields = document.querySelectorAll<HTMLElement>(".values .value-field");
      const open = [...fields].find((field) => field.closest(".value[data-open]"));
      (open ?? fields[0])?.focus();
    },
  };
}

export function copyOf(
  slots: ReadonlyMap<string, StepSlots>,
  stepId: string | null,
): HTMLButtonElement | null {
  const item = stepId === null ? undefined : slots.get(stepId)?.item;
  return item ? findCopyButton(item) : null;
}

function findNextOpen(
  steps: readonly BoardStep[],
  stepId: string,
  isOpen: (stepId: string) => boolean,
): BoardStep | null {
  const at = steps.findIndex((step) => step.id === stepId);
  return steps.slice(at + 1).find((step) => isOpen(step.id)) ?? null;
}

/** Brings a step to the middle of the window and gives its box the focus. */
export function focusStep(slots: ReadonlyMap<string, StepSlots>, stepId: string): void {
  const place = slots.get(stepId);
  const box = place?.box.querySelector<HTMLElement>(".tick");
  if (!place || !box) return;
  if (!(box instanceof HTMLButtonElement)) box.tabIndex = -1;
  box.focus({ preventScroll: true });
  place.item.scrollIntoView({ block: "center" });
}

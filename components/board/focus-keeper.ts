"use client";

import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import type { Announcement } from "@/components/ui/live-region";
import type { StepState } from "@/lib/domain/checklist";
import { stateWords } from "./state-words";
import type { StepSlots } from "./step-portals";
import type { BoardStep } from "./types";

type Options = {
  steps: readonly BoardStep[];
  slots: ReadonlyMap<string, StepSlots>;
  states: ReadonlyMap<string, StepState>;
  current: BoardStep | null;
  /** Whether this person has set the state that a step has now. */
  isMine: (stepId: string) => boolean;
};

/**
 * A button that was pressed may be gone once its act is shown, and the focus with it. It then goes on to the main
 * button of the current step, or of the same step when that was opened again, and the way is said aloud (WCAG 2.4.3).
 * `expect` is called with the step before an act on it.
 */
export function useFocusKeeper({ steps, slots, states, current, isMine }: Options) {
  const isOwn = useEffectEvent(isMine);
  const expected = useRef<{ id: string; state: StepState | undefined } | null>(null);
  const [said, setSaid] = useState<Announcement | null>(null);

  useEffect(() => {
    const wait = expected.current;
    if (!wait) return;
    const state = states.get(wait.id);
    if (state === wait.state) return;
    expected.current = null;
    // The question was closed without an answer, and then somebody else was faster.
    if (!isOwn(wait.id)) return;
    const target = state === "open" || state === "in-progress" ? wait.id : (current?.id ?? wait.id);
    const words = `${stateWords[state ?? "open"]}.`;
    const next = steps.find(({ id }) => id === target);
    const text = target === wait.id || !next ? words : `${words} Next: ${next.text}`;
    setSaid((before) => ({ text, count: (before?.count ?? 0) + 1 }));
    // A focus that somebody has moved on stays where it is.
    if (document.activeElement !== document.body) return;
    mainButton(slots.get(target))?.focus();
  }, [states, current, steps, slots]);

  const expect = useCallback(
    (id: string) => {
      expected.current = { id, state: states.get(id) };
    },
    [states],
  );
  return { expect, said };
}

/** The first act of a step, else its box. */
function mainButton(place: StepSlots | undefined): HTMLElement | null {
  return place?.row.querySelector<HTMLElement>("button") ?? place?.box.querySelector("button") ?? null;
}

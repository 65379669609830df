"use client";

import type { ReactNode } from "react";
import { useCallback, useState } from "react";
import { createPortal } from "react-dom";
import type { BoardStep } from "./types";

/** The places of one step in the document. */
export type StepSlots = { item: HTMLElement; box: HTMLElement; row: HTMLElement };

/**
 * Finds the slots of every step once the document is there, and empties them of what the server had written: the
 * controls take the same places.
 */
export function useStepSlots(): [ReadonlyMap<string, StepSlots>, (root: HTMLElement) => void] {
  const [slots, setSlots] = useState<ReadonlyMap<string, StepSlots>>(new Map());
  const find = useCallback((root: HTMLElement) => {
    const found = new Map<string, StepSlots>();
    for (const item of root.querySelectorAll<HTMLElement>("[data-step]")) {
      const id = item.dataset.step ?? "";
      const [box, row] = ["step-box", "step-acts"].map((name) =>
        [...item.querySelectorAll<HTMLElement>(`[data-slot="${name}"]`)].find(
          (slot) => slot.dataset.for === id,
        ),
      );
      if (!box || !row) continue;
      box.replaceChildren();
      row.replaceChildren();
      found.set(id, { item, box, row });
    }
    setSlots(found);
  }, []);
  return [slots, find];
}

type StepPortalsProps = {
  steps: readonly BoardStep[];
  slots: ReadonlyMap<string, StepSlots>;
  renderBox: (step: BoardStep) => ReactNode;
  renderRow: (step: BoardStep) => ReactNode;
};

/** Puts the controls of each step into its slots. */
export function StepPortals({ steps, slots, renderBox, renderRow }: StepPortalsProps) {
  return steps.map((step) => {
    const place = slots.get(step.id);
    if (!place) return null;
    return [
      createPortal(renderBox(step), place.box, `box ${step.id}`),
      createPortal(renderRow(step), place.row, `row ${step.id}`),
    ];
  });
}

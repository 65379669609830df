"use client";

import { useEffect } from "react";
import type { StepState } from "@/lib/domain/checklist";
import type { StepSlots } from "./step-portals";

/** The copy button that `c` presses and that is loud in the current step: the first of the step's own. */
export function findCopyButton(item: HTMLElement): HTMLButtonElement | null {
  const own = [...item.querySelectorAll<HTMLButtonElement>("button.copy")].filter(
    (button) => !button.hidden && button.closest("[data-step]") === item,
  );
  // A block whose whole cannot be copied holds alternatives: nobody but a person chooses one.
  const single = own.find(
    (button) => !button.closest("figure")?.querySelector("figcaption button.copy[hidden]"),
  );
  return own.find((button) => button.closest("figcaption")) ?? single ?? null;
}

/**
 * Writes states, the steps for later and the current one onto the document's items, where the style sheet reads them.
 */
export function useStepMarks(
  slots: ReadonlyMap<string, StepSlots>,
  states: ReadonlyMap<string, StepState>,
  later: ReadonlySet<string>,
  currentId: string | null,
): void {
  useEffect(() => {
    for (const [id, { item }] of slots) {
      item.dataset.state = states.get(id) ?? "open";
      item.toggleAttribute("data-later", later.has(id));
    }
  }, [slots, states, later]);
  useEffect(() => {
    const item = currentId === null ? null : slots.get(currentId)?.item;
    if (!item) return;
    const copy = findCopyButton(item);
    item.dataset.now = "";
    item.setAttribute("aria-current", "step");
    copy?.setAttribute("data-loud", "");
    copy?.setAttribute("aria-keyshortcuts", "c");
    return () => {
      delete item.dataset.now;
      item.removeAttribute("aria-current");
      copy?.removeAttribute("data-loud");
      copy?.removeAttribute("aria-keyshortcuts");
    };
  }, [slots, currentId]);
}

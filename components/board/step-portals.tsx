"use client";

import type { ReactNode } from "react";
import { useCallback, useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { anchorOfAdded } from "./sections";
import type { BoardStep } from "./types";

/** The places of one step in the document. */
export type StepSlots = { item: HTMLElement; box: HTMLElement; row: HTMLElement };
type Places = ReadonlyMap<string, StepSlots>;

const nowhere: Places = new Map();

/**
 * Finds the slots of every step once the document is there, and empties them of what the server had written: the
 * controls take the same places.
 */
export function useStepSlots(steps: readonly BoardStep[]): [Places, (root: HTMLElement) => void] {
  const [root, setRoot] = useState<HTMLElement | null>(null);
  const [written, setWritten] = useState(nowhere);
  const [slots, setSlots] = useState(nowhere);
  const find = useCallback((element: HTMLElement) => {
    const found = new Map<string, StepSlots>();
    for (const left of element.querySelectorAll("[data-fallback]")) left.remove();
    for (const item of element.querySelectorAll<HTMLElement>("[data-step]")) {
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
    setRoot(element);
    setWritten(found);
  }, []);

  const placed = useRef(nowhere);
  useEffect(() => {
    if (!root) return;
    placed.current = placeAdded(root, written, placed.current, steps);
    setSlots(placed.current);
  }, [root, written, steps]);
  return [slots, find];
}

/**
 * Makes elements for the steps that were added, each behind the one it follows, and takes away those that were taken
 * back. The document's own elements stay as they are.
 */
function placeAdded(root: HTMLElement, written: Places, before: Places, steps: readonly BoardStep[]): Places {
  const added = steps.filter((step) => step.added !== null);
  const wanted = new Set(added.map(({ id }) => id));
  for (const [id, { item }] of before) if (!written.has(id) && !wanted.has(id)) item.remove();
  const places = new Map(written);
  for (const step of added) {
    const known = before.get(step.id);
    const place = known?.item.isConnected
      ? known
      : makePlace(root, places.get(step.added?.after ?? ""), step.id);
    places.set(step.id, place);
  }
  return places;
}

function makePlace(root: HTMLElement, follows: StepSlots | undefined, id: string): StepSlots {
  const item = document.createElement(follows?.item.tagName === "LI" ? "li" : "div");
  item.className = "step";
  item.id = anchorOfAdded(id);
  item.dataset.step = id;
  item.dataset.stepKind = "added";
  const [box, body, row] = [
    document.createElement("span"),
    document.createElement("div"),
    document.createElement("div"),
  ];
  box.dataset.slot = "step-box";
  body.className = "step-body";
  row.dataset.slot = "step-acts";
  item.append(box, body, row);
  if (!follows) {
    root.append(item);
  } else {
    let last: Element = follows.item;
    while (isAdded(last.nextElementSibling)) last = last.nextElementSibling;
    last.after(item);
  }
  return { item, box, row };
}

function isAdded(element: Element | null): element is Element {
  return element instanceof HTMLElement && element.dataset.stepKind === "added";
}

function AddedBody({ step: { text, added } }: { step: BoardStep }) {
  return (
    <p>
      {text} {added ? <span className="step-added">added by {added.by}</span> : null}
    </p>
  );
}

type StepPortalsProps = {
  steps: readonly BoardStep[];
  slots: Places;
  renderBox: (step: BoardStep) => ReactNode;
  renderRow: (step: BoardStep) => ReactNode;
};

/** Puts the controls of each step into its slots, and into an added one its words. */
export function StepPortals({ steps, slots, renderBox, renderRow }: StepPortalsProps) {
  return steps.map((step) => {
    const place = slots.get(step.id);
    if (!place) return null;
    const body = step.added ? place.item.querySelector(".step-body") : null;
    return [
      createPortal(renderBox(step), place.box, `box ${step.id}`),
      body ? createPortal(<AddedBody step={step} />, body, `body ${step.id}`) : null,
      createPortal(renderRow(step), place.row, `row ${step.id}`),
    ];
  });
}

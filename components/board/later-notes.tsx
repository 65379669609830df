"use client";

import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import type { StepSlots } from "./step-portals";

type LaterNotesProps = {
  slots: ReadonlyMap<string, StepSlots>;
  /** Steps that are done once the incident is resolved; empty from then on. */
  later: ReadonlySet<string>;
  isShown: boolean;
  onToggle: () => void;
};

type Group = { place: HTMLElement; count: number };

/** Stands for the steps for afterwards until it is their time; a press shows them all the same. */
export function LaterNotes({ slots, later, isShown, onToggle }: LaterNotesProps) {
  const [groups, setGroups] = useState<readonly Group[]>([]);
  useEffect(() => {
    const made = makeGroups(slots, later);
    setGroups(made);
    return () => {
      for (const { place } of made) place.remove();
    };
  }, [slots, later]);
  return groups.map(({ place, count }, index) =>
    createPortal(
      <>
        <span>
          After the incident: {count === 1 ? "1 step" : `${count} steps`}
          {isShown ? null : ", shown when it is resolved"}
        </span>
        <button type="button" className="text-link" aria-expanded={isShown} onClick={onToggle}>
          {isShown ? "Hide" : "Show now"}
        </button>
      </>,
      place,
      String(index),
    ),
  );
}

/** One for each list of such steps; steps that stand without a list are a group while nothing is between them. */
function makeGroups(slots: ReadonlyMap<string, StepSlots>, later: ReadonlySet<string>): Group[] {
  const groups = new Map<Element, Group>();
  for (const id of later) {
    const item = slots.get(id)?.item;
    // A step inside another one counts with it.
    const around = item?.parentElement?.closest<HTMLElement>("[data-step]")?.dataset.step;
    if (!item || (around !== undefined && later.has(around))) continue;
    const list = item.tagName === "LI" ? item.parentElement : item;
    const known =
      list && (groups.get(list) ?? (list.previousElementSibling && groups.get(list.previousElementSibling)));
    if (!list) continue;
    if (known) {
      known.count += 1;
      groups.set(list, known);
      continue;
    }
    const place = document.createElement("p");
    place.className = "later-note";
    list.before(place);
    groups.set(list, { place, count: 1 });
  }
  return [...new Set(groups.values())];
}

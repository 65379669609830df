"use client";

import { useEffect, useState } from "react";
import { type Checklist, recordOf } from "@/lib/domain/checklist";
import { keepPlace, readPlace } from "./last-places";
import type { StepSlots } from "./step-portals";
import type { BoardStep } from "./types";

/** Of the steps whose state this person has set, the newest: each undo makes the one before it the newest. Null when there is none. */
export function lastMarkedBy(
  steps: readonly Pick<BoardStep, "id">[],
  list: Checklist,
  { runId, personId }: { runId: string; personId: string },
): string | null {
  let last: { id: string; seq: number } | null = null;
  for (const { id } of steps) {
    const mark = recordOf(list, runId, id).marks.at(-1);
    if (mark?.actorId === personId && mark.state !== "open" && mark.seq > (last?.seq ?? 0))
      last = { id, seq: mark.seq };
  }
  return last?.id ?? null;
}

type Options = {
  /** Names the place in the storage: incident and run. */
  place: string;
  slots: ReadonlyMap<string, StepSlots>;
  /** What this person is to do now; null when that is nothing, or for who may only look. */
  currentId: string | null;
  /** They have taken it up themselves. */
  isClaimed: boolean;
  isOpen: (stepId: string) => boolean;
  /** Somebody has begun to follow the runbook. */
  hasBegun: boolean;
};

/**
 * Where somebody was interrupted is where they come back to: on opening, the window goes to their step, unless the
 * address names another place or the browser has restored one. The focus stays where it is, so that a screen reader
 * begins at the top as ever. Gives the current step while it is out of view.
 */
export function useReturn({ place, slots, currentId, isClaimed, isOpen, hasBegun }: Options): string | null {
  const [isDone, setDone] = useState(false);
  const [isAway, setAway] = useState(false);
  const touched = useLastTouched(place);
  const item = currentId === null ? undefined : slots.get(currentId)?.item;

  useEffect(() => {
    if (isDone || slots.size === 0) return;
    setDone(true);
    if (!hasBegun || window.location.hash !== "" || window.scrollY > 0) return;
    const last = touched !== null && !isClaimed && isOpen(touched) ? slots.get(touched)?.item : undefined;
    const goal = last ?? item;
    if (goal && !isInView(goal)) goal.scrollIntoView({ block: "center", behavior: "instant" });
  }, [isDone, slots, item, touched, isClaimed, isOpen, hasBegun]);

  useEffect(() => {
    if (!item || typeof IntersectionObserver === "undefined") return;
    const observer = new IntersectionObserver(([entry]) => setAway(entry?.isIntersecting === false), {
      // What is under the bar at the lower edge is not seen.
      rootMargin: "0px 0px -96px",
    });
    observer.observe(item);
    return () => {
      observer.disconnect();
      setAway(false);
    };
  }, [item]);
  return isAway ? currentId : null;
}

function isInView(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= window.innerHeight;
}

/** The step that took a press last, kept for the next visit of this browser. */
function useLastTouched(place: string): string | null {
  const [known] = useState(() => readPlace(place));
  useEffect(() => {
    const keep = ({ target }: Event) => {
      const step = target instanceof Element ? target.closest<HTMLElement>("[data-step]") : null;
      if (step?.dataset.step) keepPlace(place, step.dataset.step);
    };
    document.addEventListener("click", keep);
    return () => document.removeEventListener("click", keep);
  }, [place]);
  return known;
}

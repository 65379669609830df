"use client";

import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import type { StepStates } from "@/lib/domain/step-states";
import type { StepSlots } from "../step-portals";
import { limitsOf } from "./clocks";
import { Countdown } from "./countdown";
import type { Desk } from "./use-desk";

type LimitMarksProps = {
  desk: Desk;
  slots: ReadonlyMap<string, StepSlots>;
  states: StepStates;
};

/** Beside the label that sets a limit ("Immediate Actions (< 5 minutes)"): what is left of it, until its steps are settled. */
export function LimitMarks({ desk, slots, states }: LimitMarksProps) {
  const [places, setPlaces] = useState<ReadonlyMap<string, HTMLElement>>(new Map());
  const { limits } = desk.doc.aids;

  useEffect(() => {
    const made = new Map<string, HTMLElement>();
    for (const { stepIds, time } of limits) {
      const label = findLabel(slots.get(stepIds[0] ?? "")?.item, time);
      if (!label) continue;
      const place = document.createElement("span");
      place.className = "limit-mark";
      label.append(place);
      made.set(stepIds[0] ?? "", place);
    }
    setPlaces(made);
    return () => {
      for (const place of made.values()) place.remove();
    };
  }, [limits, slots]);

  if (desk.status === "resolved") return null;
  return limitsOf(desk, states).map(({ stepIds, endsAt, text }) => {
    const place = places.get(stepIds[0] ?? "");
    return place ? createPortal(<Countdown endsAt={endsAt} after=" left" />, place, text) : null;
  });
}

/** The nearest element before the step that says the time. */
function findLabel(item: HTMLElement | undefined, time: string): Element | null {
  for (let up: Element | null | undefined = item; up && !up.matches(".doc"); up = up.parentElement) {
    for (let before = up.previousElementSibling; before; before = before.previousElementSibling) {
      if (before.textContent?.includes(time)) return before;
      if (before.matches("h1, h2, h3, h4, h5, h6")) return null;
    }
  }
  return null;
}

"use client";

import type { StepStates } from "@/lib/domain/step-states";
import type { StepSlots } from "../step-portals";
import { LimitMarks } from "./limit-marks";
import { StepWaits } from "./step-waits";
import type { Desk } from "./use-desk";
import { useReferences } from "./use-references";

type DeskMarksProps = { desk: Desk; slots: ReadonlyMap<string, StepSlots>; states: StepStates };

/** What the desk puts into the document: timers of waits, the clock of the first minutes, references that open here. */
export function DeskMarks({ desk, slots, states }: DeskMarksProps) {
  useReferences(desk);
  return (
    <>
      <StepWaits desk={desk} slots={slots} states={states} />
      <LimitMarks desk={desk} slots={slots} states={states} />
    </>
  );
}

"use client";

import { LiveRegion } from "@/components/ui/live-region";
import type { StepStates } from "@/lib/domain/step-states";
import { clocksOf } from "./clocks";
import { LateDeskForm } from "./late-desk-form";
import { useAlarm } from "./use-alarm";
import type { Desk } from "./use-desk";
import { useNow } from "./use-now";

type DeskFootProps = { desk: Desk; states: StepStates };

/** What has no place in the page: the form that is open, and the alarms. */
export function DeskFoot({ desk, states }: DeskFootProps) {
  return (
    <>
      <Alarm desk={desk} states={states} />
      <LateDeskForm desk={desk} />
    </>
  );
}

/** A component of its own, since it looks at the clock every second. */
function Alarm({ desk, states }: DeskFootProps) {
  const now = useNow();
  const clocks = now === null ? [] : clocksOf(desk, states, now);
  const spoken = useAlarm({ clocks, now, key: desk.incident.key, severity: desk.severity });
  return <LiveRegion announcement={spoken} />;
}

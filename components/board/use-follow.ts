"use client";

import { useEffect, useRef, useState } from "react";
import type { Announcement } from "@/components/ui/live-region";
import type { IncidentEvent } from "@/lib/domain/incident-event";
import type { Looker } from "@/lib/domain/presence";
import { createAnnouncer } from "./announce-others";
import { followEvents } from "./follow-events";
import type { LinkStatus } from "./link-state";
import type { BoardStep } from "./types";

type Options = {
  incidentKey: string;
  /** Everything up to this number is known. */
  after: number;
  meId: string;
  /** Of the run that the board shows. */
  steps: readonly BoardStep[];
  onEvents: (events: IncidentEvent[]) => void;
};

export type Followed = {
  link: LinkStatus;
  /** Who has the board open, as last heard. */
  lookers: readonly Looker[];
  /** What others did, for a screen reader. */
  spoken: Announcement | null;
};

/** Follows the incident for as long as its board is open. */
export function useFollow({ incidentKey, after: first, meId, steps, onEvents }: Options): Followed {
  const [link, setLink] = useState<LinkStatus>({ state: "connecting", since: 0, heardAt: null });
  const [lookers, setLookers] = useState<readonly Looker[]>([]);
  const [spoken, setSpoken] = useState<Announcement | null>(null);
  // The place where the board began; a later render of the page may be further than what its store has heard.
  const [after] = useState(first);
  const latestSteps = useRef(steps);
  useEffect(() => {
    latestSteps.current = steps;
  }, [steps]);

  useEffect(() => {
    const stepText = (stepId: string | null) =>
      latestSteps.current.find(({ id }) => id === stepId)?.text ?? "a step of another runbook";
    const announcer = createAnnouncer({
      meId,
      stepText,
      say: (said) => setSpoken((before) => ({ text: said, count: (before?.count ?? 0) + 1 })),
    });
    const stop = followEvents({
      incidentKey,
      after,
      onEvents,
      onNews: announcer.hear,
      onPresence: setLookers,
      onLink: setLink,
    });
    return () => {
      stop();
      announcer.stop();
    };
  }, [incidentKey, after, meId, onEvents]);

  return { link, lookers, spoken };
}

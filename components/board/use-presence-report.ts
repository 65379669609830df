"use client";

import { useEffect, useState } from "react";
import type { IncidentEvent } from "@/lib/domain/incident-event";
import { createPresenceReport } from "./presence-report";

type Options = {
  incidentKey: string;
  runId: string;
  meId: string;
  isLive: boolean;
  /** The newest events, oldest first: my own last act tells where I am. */
  recent: readonly IncidentEvent[];
};

/** Tells others at which step I am: the one that took the focus or a press last, or that I acted on last. */
export function usePresenceReport({ incidentKey, runId, meId, isLive, recent }: Options): void {
  const [report] = useState(() => createPresenceReport({ incidentKey, runId }));
  const acted = recent.findLast((event) => event.actorId === meId && event.runId === runId && event.stepId);
  const actedStep = acted?.stepId ?? null;

  useEffect(() => {
    if (actedStep) report.at(actedStep);
  }, [report, actedStep]);
  useEffect(() => report.setLive(isLive), [report, isLive]);
  useEffect(() => {
    const goTo = ({ target }: Event) => {
      const step = target instanceof Element ? target.closest<HTMLElement>("[data-step]") : null;
      if (step?.dataset.step) report.at(step.dataset.step);
    };
    report.open();
    document.addEventListener("focusin", goTo);
    document.addEventListener("click", goTo);
    return () => {
      document.removeEventListener("focusin", goTo);
      document.removeEventListener("click", goTo);
      report.close();
    };
  }, [report]);
}

"use client";

import { Flag, GitMerge } from "lucide-react";
import { Button } from "@/components/ui/button";
import { SeverityBadge } from "@/components/ui/severity-badge";
import { ActMenu } from "./act-menu";
import { levelsOf } from "./clocks";
import type { Desk } from "./use-desk";
import { useNow } from "./use-now";

/** The severity of now; a press changes it. */
export function BandSeverity({ desk }: { desk: Desk }) {
  const { severity, canAppend, ask } = desk;
  if (!canAppend) return <SeverityBadge severity={severity} />;
  return (
    <button
      type="button"
      className="sev-button"
      title="Change the severity"
      onClick={() => ask({ kind: "severity" })}
    >
      <SeverityBadge severity={severity} />
      <span className="sr-only">, change it</span>
    </button>
  );
}

/** The next level of the runbook's table, in the band; loud once it is due. */
export function EscalateButton({ desk }: { desk: Desk }) {
  const now = useNow();
  if (!desk.canAct) return null;
  const levels = levelsOf(desk, now ?? Date.parse(desk.incident.openedAt));
  const next = levels.find(({ isNext }) => isNext);
  if (!next) return null;
  const isDue = desk.status === "open" && next.state === "due";
  return (
    <Button
      className="band-escalate"
      variant={isDue ? "danger" : "plain"}
      onClick={() => desk.ask({ kind: "escalate", level: next.level, contact: next.contact })}
    >
      Escalate
      <span className="sr-only"> to {next.level}</span>
    </Button>
  );
}

/** What is seldom done to an incident. */
export function BandMenu({ desk }: { desk: Desk }) {
  const acts = [
    ...(desk.canAppend
      ? [{ label: "Change the severity…", Icon: Flag, onChoose: () => desk.ask({ kind: "severity" }) }]
      : []),
    ...(desk.canMerge
      ? [
          {
            label: "Merge into another incident…",
            Icon: GitMerge,
            onChoose: () => desk.ask({ kind: "merge" }),
          },
        ]
      : []),
  ];
  return <ActMenu id="band-menu" label="More" name="More acts on this incident" acts={acts} />;
}

"use client";

import "./panels/panels.css";
import { AlarmClock, BookOpen, Link as LinkIcon, NotebookPen, X } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import type { IncidentEvent } from "@/lib/domain/incident-event";
import { ActMenu, type MenuAct } from "./panels/act-menu";
import { CausesPanel } from "./panels/causes-panel";
import { closePopovers } from "./panels/close-popovers";
import { EscalationPanel } from "./panels/escalation-panel";
import { HandOverCard } from "./panels/hand-over-card";
import { LinksPanel } from "./panels/links-panel";
import { RolesPanel } from "./panels/roles-panel";
import { RunsPanel } from "./panels/runs-panel";
import { sheetId } from "./panels/sheet-button";
import { TimersPanel } from "./panels/timers-panel";
import type { Desk } from "./panels/use-desk";
import { Timeline } from "./timeline";

type BoardRailProps = {
  desk: Desk;
  events: readonly IncidentEvent[];
  stepText: (stepId: string | null) => string;
  /** Goes to a step of the shown runbook. */
  onGo: (stepId: string) => void;
  onNote: (() => void) | null;
};

/**
 * What is happening, beside the text: what presses first, then who and what, then the record. Where there is no room
 * it is a sheet.
 */
export function BoardRail({ desk, events, stepText, onGo, onNote }: BoardRailProps) {
  const note =
    onNote &&
    (() => {
      closePopovers();
      onNote();
    });
  return (
    <aside className="rail board-rail" aria-label="What is happening" id={sheetId} popover="auto">
      <div className="sheet-head">
        <h2>Incident</h2>
        <button type="button" popoverTarget={sheetId} popoverTargetAction="hide" aria-label="Close">
          <X size={18} aria-hidden />
        </button>
      </div>
      <HandOverCard desk={desk} place="rail" />
      <TimersPanel
        desk={desk}
        onGo={(stepId) => {
          closePopovers();
          onGo(stepId);
        }}
      />
      <EscalationPanel desk={desk} />
      <RolesPanel desk={desk} />
      <CausesPanel desk={desk} />
      <LinksPanel desk={desk} />
      <div className="sheet-runs">
        <RunsPanel desk={desk} />
      </div>
      <section aria-label="Timeline">
        <div className="rail-head">
          <h2>Timeline</h2>
          <span className="rail-acts">
            {note ? (
              <Button size="small" onClick={note}>
                Add a note
              </Button>
            ) : null}
            <ActMenu id="rail-add" label="Add" name="Add to this incident" acts={addActs(desk, note)} />
          </span>
        </div>
        <Timeline events={events} stepText={stepText} />
        <Link className="text-link" href={`/incidents/${desk.incident.key}/review`} prefetch={false}>
          All of it, for review
        </Link>
      </section>
    </aside>
  );
}

function addActs({ ask, canAct, canAppend }: Desk, note: (() => void) | null): MenuAct[] {
  return [
    ...(note ? [{ label: "Note…", Icon: NotebookPen, onChoose: note }] : []),
    ...(canAct ? [{ label: "Timer…", Icon: AlarmClock, onChoose: () => ask({ kind: "timer" }) }] : []),
    ...(canAppend ? [{ label: "Link…", Icon: LinkIcon, onChoose: () => ask({ kind: "link" }) }] : []),
    ...(canAct ? [{ label: "Runbook…", Icon: BookOpen, onChoose: () => ask({ kind: "run" }) }] : []),
  ];
}

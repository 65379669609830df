"use client";

import type { ReactNode } from "react";
import { DiscardButton } from "@/components/outbox/discard-button";
import { WaitingMark } from "@/components/outbox/waiting-mark";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import type { StepRecord } from "@/lib/domain/checklist";
import { EventTime } from "./event-time";
import { markWords } from "./fill-slots";

/** What can be done with a step beside ticking it. Null where the rights or the status do not allow it. */
export type StepActs = {
  done: (() => void) | null;
  undo: (() => void) | null;
  skip: (() => void) | null;
  notApplicable: (() => void) | null;
  note: (() => void) | null;
};

type StepRowProps = {
  record: StepRecord;
  isCurrent: boolean;
  acts: StepActs;
  /** Something done here is kept on this device and not yet sent. */
  isWaiting: boolean;
  failure: { message: string; onRetry: () => void; onDiscard: () => void } | null;
  /** Who else is at this step. */
  others: ReactNode;
};

/**
 * The line under a step: who and when, or what can be done. Every step has one from the start and it keeps its
 * height, so that nothing moves when somebody else ticks.
 */
export function StepRow({ record, isCurrent, acts, isWaiting, failure, others }: StepRowProps) {
  const mark = record.marks.at(-1);
  const note = record.notes.at(-1);
  const isOpen = !mark || mark.state === "open";
  return (
    <>
      <div className="step-row">
        {isWaiting ? <WaitingMark /> : null}
        {isOpen && isCurrent ? <CurrentActs acts={acts} /> : null}
        {mark && !(isOpen && isCurrent) ? (
          <span className="step-by">
            {markWords[mark.state]}
            {mark.by} · <EventTime iso={mark.at} />
            {mark.reason ? <q>{mark.reason}</q> : null}
          </span>
        ) : null}
        {note ? (
          <span className="step-by step-note">
            <q>{note.text}</q> {note.by} · <EventTime iso={note.at} />
          </span>
        ) : null}
        {record.notes.length > 0 || mark?.reason ? <InFull record={record} /> : null}
        {isOpen && isCurrent ? null : <QuietActs isOpen={isOpen} acts={acts} />}
        {others}
      </div>
      {failure ? (
        <p className="step-failure" role="alert">
          <span>Not saved. {failure.message}</span>
          <Button size="small" onClick={failure.onRetry}>
            Try again
          </Button>
          <DiscardButton onDiscard={failure.onDiscard} />
        </p>
      ) : null}
    </>
  );
}

function CurrentActs({ acts }: { acts: StepActs }) {
  return (
    <span className="step-acts">
      {acts.done ? (
        <Button size="small" onClick={acts.done} aria-keyshortcuts="x">
          Done<Kbd>x</Kbd>
        </Button>
      ) : null}
      {acts.skip ? (
        <Button size="small" onClick={acts.skip} aria-keyshortcuts="s">
          Skip<Kbd>s</Kbd>
        </Button>
      ) : null}
      {acts.notApplicable ? (
        <Button size="small" onClick={acts.notApplicable}>
          Not applicable
        </Button>
      ) : null}
      {acts.note ? (
        <Button size="small" onClick={acts.note} aria-keyshortcuts="n">
          Note<Kbd>n</Kbd>
        </Button>
      ) : null}
    </span>
  );
}

/** Seen when the pointer or the focus is in the step, and always where there is no pointer to hover. */
function QuietActs({ isOpen, acts }: { isOpen: boolean; acts: StepActs }) {
  return (
    <span className="step-quiet">
      {!isOpen && acts.undo ? (
        <button type="button" onClick={acts.undo}>
          Undo
        </button>
      ) : null}
      {isOpen && acts.skip ? (
        <button type="button" onClick={acts.skip}>
          Skip
        </button>
      ) : null}
      {isOpen && acts.notApplicable ? (
        <button type="button" onClick={acts.notApplicable}>
          Not applicable
        </button>
      ) : null}
      {acts.note ? (
        <button type="button" onClick={acts.note}>
          Note
        </button>
      ) : null}
    </span>
  );
}

/** What the row cuts off, to be read whole: in the row while closed, under it once opened. */
function InFull({ record }: { record: StepRecord }) {
  const mark = record.marks.at(-1);
  return (
    <details className="step-notes">
      <summary>{record.notes.length > 1 ? `${record.notes.length} notes` : "In full"}</summary>
      <ul>
        {mark?.reason ? (
          <li>
            {markWords[mark.state]}
            {mark.by}: <q>{mark.reason}</q>
          </li>
        ) : null}
        {record.notes.map((note) => (
          <li key={note.seq}>
            <q>{note.text}</q> {note.by} · <EventTime iso={note.at} />
          </li>
        ))}
      </ul>
    </details>
  );
}

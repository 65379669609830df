"use client";

import { useMemo } from "react";
import { Button } from "@/components/ui/button";
import type { StepOutput, StepRecord } from "@/lib/domain/checklist";
import { CopyText } from "./copy-text";
import { EventTime } from "./event-time";
import { judgeOutput } from "./expectation";
import { markWords } from "./state-words";
import type { BoardStep } from "./types";
import { Verdict } from "./verdict";

type StepHistoryProps = {
  step: BoardStep;
  record: StepRecord;
  /** The words of a command, for output of one of several. */
  commandText: (commandId: string) => string | null;
  /** Null where it has failed already, or may not be marked. */
  onFail: (() => void) | null;
};

/** What the row cuts off, to be read whole: in the row while closed, under it once opened. */
export function StepHistory({
  step,
  record: { marks, notes, outputs },
  commandText,
  onFail,
}: StepHistoryProps) {
  const mark = marks.at(-1);
  const isSaid = mark?.reason && mark.state !== "in-progress";
  if (notes.length === 0 && outputs.length === 0 && !isSaid) return null;
  return (
    <details className="step-notes">
      <summary>{summaryOf(notes.length, outputs.length)}</summary>
      <ul>
        {isSaid ? (
          <li>
            {mark.state === "in-progress" ? null : markWords[mark.state]}
            {mark.by}: <q>{mark.reason}</q>
          </li>
        ) : null}
        {notes.map((note) => (
          <li key={note.seq}>
            <q>{note.text}</q> {note.by} · <EventTime iso={note.at} />
          </li>
        ))}
        {outputs.map((output) => (
          <li key={output.seq}>
            <Output step={step} output={output} commandText={commandText} onFail={onFail} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function summaryOf(notes: number, outputs: number): string {
  const parts = [
    ...(notes > 1 ? [`${notes} notes`] : []),
    ...(outputs > 0 ? [outputs === 1 ? "Output" : `${outputs} outputs`] : []),
  ];
  return parts.length > 0 ? parts.join(", ") : "In full";
}

type OutputProps = Omit<StepHistoryProps, "record"> & { output: StepOutput };

function Output({ step, output, commandText, onFail }: OutputProps) {
  const judged = useMemo(() => judgeOutput(step, output), [step, output]);
  const command = output.commandId === null ? null : commandText(output.commandId);
  return (
    <>
      <p className="output-head">
        {command ? <code>{command.split("\n")[0]}</code> : "Output"} {output.by} ·{" "}
        <EventTime iso={output.at} />
        <CopyText text={output.text} />
      </p>
      {/* What scrolls takes the focus, for the keyboard. */}
      <section className="output" tabIndex={0} aria-label={`Output kept by ${output.by}`}>
        <pre>{output.text}</pre>
      </section>
      {judged ? (
        <p className="output-head">
          <Verdict judged={judged} />
          {judged.verdict === "differs" && onFail ? (
            <Button size="small" onClick={onFail}>
              Mark as failed
            </Button>
          ) : null}
        </p>
      ) : null}
    </>
  );
}

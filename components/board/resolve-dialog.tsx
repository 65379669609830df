"use client";

import Link from "next/link";
import { type SubmitEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Textarea } from "@/components/ui/field";
import { leftWords, type StepStates } from "@/lib/domain/step-states";
import type { LeftElsewhere } from "./left-elsewhere";
import { stateWords } from "./state-words";
import type { BoardStep } from "./types";

type ResolveDialogProps = {
  /** What resolving would leave behind. */
  left: readonly BoardStep[];
  /** All of the run. */
  steps: readonly BoardStep[];
  states: StepStates;
  /** What is to be done once it is resolved. */
  after: readonly BoardStep[];
  /** The same of the other runbooks that are followed here. */
  elsewhere: readonly LeftElsewhere[];
  incidentKey: string;
  onGo: (stepId: string) => void;
  onResolve: (reason: string | null) => void;
  onClose: () => void;
};

/** Lists what is not done before the incident is called over, and says what comes afterwards. */
export function ResolveDialog(props: ResolveDialogProps) {
  const { left, steps, states, after, elsewhere, incidentKey, onGo, onResolve, onClose } = props;
  const [answer, setAnswer] = useState("");
  const [error, setError] = useState<string | null>(null);
  const count = elsewhere.reduce((sum, { steps }) => sum + (steps?.length ?? 0), left.length);
  const isUnknown = elsewhere.some(({ steps }) => steps === null);
  const isRequired = count > 0 || isUnknown;

  const submit = (event?: SubmitEvent) => {
    event?.preventDefault();
    const reason = answer.trim() || null;
    if (isRequired && !reason) {
      setError("A reason is needed for the record: steps are left.");
      return;
    }
    onResolve(reason);
    onClose();
  };
  const counted = `${count}${isUnknown ? " or more" : ""} ${count === 1 && !isUnknown ? "step is" : "steps are"}`;

  return (
    <Dialog
      title="Mark as resolved"
      text={
        isRequired
          ? `${counted} not settled. Finish them, or say why that is all right; the review shows it.`
          : "The incident is over. Notes can still be added."
      }
      onClose={onClose}
      holdsText={answer.trim() !== ""}
    >
      <form onSubmit={submit} className="ask">
        {left.length > 0 ? (
          <ul className="left-steps" aria-label="Steps that are not settled" tabIndex={0}>
            {left.map((step) => (
              <li key={step.id}>
                <span className="tick" data-state={states.get(step.id)} aria-hidden />
                <button type="button" className="text-link" onClick={() => onGo(step.id)}>
                  {leftWords(step, steps, states) || "Step without words"}
                </button>
                <span className="quiet">{stateWords[states.get(step.id) ?? "open"]}</span>
              </li>
            ))}
          </ul>
        ) : null}
        {elsewhere.map((run) => (
          <LeftInRun key={run.runId} {...run} incidentKey={incidentKey} onGo={onClose} />
        ))}
        <Textarea
          label={isRequired ? "Reason" : "Reason (if there is something to say)"}
          value={answer}
          error={error}
          maxLength={2_000}
          rows={3}
          onChange={(event) => setAnswer(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit();
          }}
        />
        {after.length > 0 ? (
          <details className="after-steps">
            <summary>
              Then {after.length === 1 ? "1 step follows" : `${after.length} steps follow`} for afterwards
            </summary>
            <ul>
              {after.map((step) => (
                <li key={step.id}>{step.text}</li>
              ))}
            </ul>
          </details>
        ) : null}
        <div className="dialog-acts">
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" variant="strong">
            Resolved
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

type LeftInRunProps = LeftElsewhere & { incidentKey: string; onGo: () => void };

/** What is left in another runbook of the incident, under its title. */
function LeftInRun({ runId, title, steps, incidentKey, onGo }: LeftInRunProps) {
  const headId = `left-${runId}`;
  return (
    <section className="left-run" aria-labelledby={headId}>
      <h3 id={headId}>
        <Link
          className="text-link"
          href={`/incidents/${incidentKey}?run=${runId}`}
          prefetch={false}
          onClick={onGo}
        >
          {title}
        </Link>
      </h3>
      {steps === null ? (
        <p className="quiet">Somebody has just opened it; this page does not know its steps yet.</p>
      ) : (
        <ul className="left-steps" tabIndex={0}>
          {steps.map(({ id, text, state }) => (
            <li key={id}>
              <span className="tick" data-state={state} aria-hidden />
              <span className="left-words">{text || "Step without words"}</span>
              <span className="quiet">{stateWords[state]}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

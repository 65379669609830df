"use client";

import { type SubmitEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Textarea } from "@/components/ui/field";
import type { StepStates } from "@/lib/domain/step-states";
import { stateWords } from "./state-words";
import type { BoardStep } from "./types";

type ResolveDialogProps = {
  /** What resolving would leave behind. */
  left: readonly BoardStep[];
  states: StepStates;
  /** What is to be done once it is resolved. */
  after: readonly BoardStep[];
  hasOtherRuns: boolean;
  onGo: (stepId: string) => void;
  onResolve: (reason: string | null) => void;
  onClose: () => void;
};

/** Lists what is not done before the incident is called over, and says what comes afterwards. */
export function ResolveDialog(props: ResolveDialogProps) {
  const { left, states, after, hasOtherRuns, onGo, onResolve, onClose } = props;
  const [answer, setAnswer] = useState("");
  const [error, setError] = useState<string | null>(null);
  const isRequired = left.length > 0;

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
  const steps = left.length === 1 ? "1 step is" : `${left.length} steps are`;

  return (
    <Dialog
      title="Mark as resolved"
      text={
        isRequired
          ? `${steps} not settled. Finish them, or say why that is all right; the review shows it.`
          : "The incident is over. Notes can still be added."
      }
      onClose={onClose}
      holdsText={answer.trim() !== ""}
    >
      <form onSubmit={submit} className="ask">
        {isRequired ? (
          <ul className="left-steps" aria-label="Steps that are not settled">
            {left.map((step) => (
              <li key={step.id}>
                <span className="tick" data-state={states.get(step.id)} aria-hidden />
                <button type="button" className="text-link" onClick={() => onGo(step.id)}>
                  {step.text || "Step without words"}
                </button>
                <span className="quiet">{stateWords[states.get(step.id) ?? "open"]}</span>
              </li>
            ))}
          </ul>
        ) : null}
        {hasOtherRuns ? (
          <p className="quiet">Steps of the other runbooks that are open here count as well.</p>
        ) : null}
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

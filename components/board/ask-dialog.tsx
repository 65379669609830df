"use client";

import { type ReactNode, type SubmitEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Textarea } from "@/components/ui/field";

export type Question = {
  title: string;
  text?: ReactNode;
  label: string;
  confirm: string;
  isRequired: boolean;
  maxLength: number;
  /** Gives the sentence of a refusal, which stays in the dialog with what was typed; null when all went well. */
  onAnswer: (answer: string | null) => Promise<string | null> | null;
};

/** Asks for a reason or a note. Ctrl Enter sends it. */
export function AskDialog({ question, onClose }: { question: Question; onClose: () => void }) {
  const { title, text, label, confirm, isRequired, maxLength, onAnswer } = question;
  const [answer, setAnswer] = useState("");
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  const submit = async (event?: SubmitEvent) => {
    event?.preventDefault();
    const given = answer.trim() || null;
    if (isRequired && !given) {
      setError(`${label} is needed for the record.`);
      return;
    }
    setIsBusy(true);
    const refusal = await onAnswer(given);
    setIsBusy(false);
    if (refusal) setError(refusal);
    else onClose();
  };

  return (
    <Dialog title={title} text={text} onClose={onClose} holdsText={answer.trim() !== ""}>
      <form onSubmit={submit} className="ask">
        <Textarea
          label={isRequired ? label : `${label} (if there is something to say)`}
          value={answer}
          error={error}
          maxLength={maxLength}
          rows={3}
          onChange={(event) => setAnswer(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void submit();
          }}
        />
        <div className="dialog-acts">
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" variant="strong" aria-disabled={isBusy}>
            {confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

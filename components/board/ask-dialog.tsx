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
  /** The answer goes to the outbox, which says what becomes of it. */
  onAnswer: (answer: string | null) => void;
};

/** Asks for a reason or a note. Ctrl Enter sends it. */
export function AskDialog({ question, onClose }: { question: Question; onClose: () => void }) {
  const { title, text, label, confirm, isRequired, maxLength, onAnswer } = question;
  const [answer, setAnswer] = useState("");
  const [error, setError] = useState<string | null>(null);

  const submit = (event?: SubmitEvent) => {
    event?.preventDefault();
    const given = answer.trim() || null;
    if (isRequired && !given) {
      setError(`${label} is needed for the record.`);
      return;
    }
    onAnswer(given);
    onClose();
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
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit();
          }}
        />
        <p className="ask-room" role="status">
          {roomWords(answer.length, maxLength)}
        </p>
        <div className="dialog-acts">
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" variant="strong">
            {confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Said only when it gets tight: what does not fit is not taken. */
function roomWords(length: number, maxLength: number): string | null {
  const left = maxLength - length;
  if (left > maxLength / 10) return null;
  // In steps, since each change is spoken.
  const room = Math.ceil(left / 50) * 50;
  return left > 0
    ? `Room for about ${room} more characters.`
    : `Full: only the first ${maxLength} characters are kept.`;
}

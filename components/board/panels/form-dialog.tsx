"use client";

import { type ReactNode, type SubmitEvent, useState } from "react";
import { Button, type ButtonVariant } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

type FormDialogProps = {
  title: string;
  text?: ReactNode;
  confirm: string;
  variant?: ButtonVariant;
  /** Something was typed that a stray press must not lose. */
  holdsText: boolean;
  /** Gives the sentence of a refusal, which stays with what was typed; null when all went well. */
  onSubmit: () => Promise<string | null> | string | null;
  onClose: () => void;
  children: ReactNode;
};

/** A form of the desk in a dialog. Ctrl Enter sends it from a field of several lines too. */
export function FormDialog(props: FormDialogProps) {
  const { title, text, confirm, variant = "strong", holdsText, onSubmit, onClose, children } = props;
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  const submit = async (event?: SubmitEvent) => {
    event?.preventDefault();
    if (isBusy) return;
    setIsBusy(true);
    const refusal = await onSubmit();
    setIsBusy(false);
    setError(refusal);
    if (refusal === null) onClose();
  };

  return (
    <Dialog title={title} text={text} onClose={onClose} holdsText={holdsText}>
      <form
        onSubmit={submit}
        className="ask desk-form"
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void submit();
        }}
      >
        {children}
        {error ? (
          <p className="field-error" role="alert">
            {error}
          </p>
        ) : null}
        <div className="dialog-acts">
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" variant={variant} aria-disabled={isBusy}>
            {confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

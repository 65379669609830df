"use client";

import type { ClipboardEvent, SubmitEvent } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { FillResult } from "@/lib/domain/commands/fill-command";
import type { CopyUnit, Variable } from "@/lib/domain/document";
import type { Values } from "./values-store";
import { VariableField } from "./variable-field";

type CopyDialogProps = {
  unit: CopyUnit;
  /** The command with the values as they are now. */
  filled: FillResult;
  /** Its text for the screen: secrets as dots. */
  shown: string;
  /** Variables to ask for: those that were open when the dialog came up. They stay, so that nothing jumps. */
  asked: readonly Variable[];
  values: Values;
  /** The values with secrets as dots. */
  shownValues: Values;
  onChange: (variable: Variable, value: string) => void;
  onCommit: (variable: Variable, value: string) => void;
  onCopy: () => void;
  onClose: () => void;
};

/** Asks before a command with open values, or a dangerous one, reaches the clipboard. */
export function CopyDialog({ unit, filled, shown, asked, values, shownValues, ...acts }: CopyDialogProps) {
  const { onChange, onCommit, onCopy, onClose } = acts;
  const isDanger = unit.risk === "danger";
  const isWhole = filled.open.length === 0 && filled.refused.length === 0;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (isWhole) onCopy();
  };
  const title = isDanger
    ? (unit.riskReason ?? "This command destroys something")
    : "This command still needs values";
  const text = isDanger
    ? "Read it as it will be copied, with its target, before you paste it."
    : "What is open would be copied as it stands and may do something else than you mean.";

  return (
    <Dialog title={title} text={text} onClose={onClose} role={isDanger ? "alertdialog" : "dialog"}>
      <form onSubmit={submit} className="copy-ask">
        <Targets unit={unit} values={shownValues} />
        {asked.length > 0 ? (
          <div className="copy-ask-fields">
            {asked.map((variable) => (
              <VariableField
                key={variable.key}
                variable={variable}
                value={values[variable.key] ?? ""}
                onChange={(value) => onChange(variable, value)}
                onCommit={(value) => onCommit(variable, value)}
              />
            ))}
          </div>
        ) : null}
        <pre className="copy-ask-text" data-risk={unit.risk}>
          <code>{shown}</code>
        </pre>
        {filled.refused.map((refusal) => (
          <p key={refusal.variable} className="field-error" role="alert">
            {refusal.variable}: {refusal.reason}
          </p>
        ))}
        <div className="dialog-acts">
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          {filled.open.length > 0 && filled.refused.length === 0 ? (
            <Button variant={isDanger ? "danger" : "plain"} onClick={onCopy}>
              Copy anyway
            </Button>
          ) : null}
          <Button type="submit" variant={isDanger ? "danger" : "strong"} aria-disabled={!isWhole}>
            {asked.length > 0 ? "Fill and copy" : "Copy this command"}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Names what a dangerous command is aimed at. */
function Targets({ unit, values }: { unit: CopyUnit; values: Values }) {
  if (unit.risk !== "danger") return null;
  const keys = [...new Set(unit.holes.map((hole) => hole.variable))].filter((key) => values[key]);
  if (keys.length === 0) return null;
  return (
    <dl className="copy-ask-targets">
      {keys.map((key) => (
        <div key={key}>
          <dt>{key}</dt>
          <dd>{values[key]}</dd>
        </div>
      ))}
    </dl>
  );
}

type HandCopyDialogProps = { text: string; onCopied: () => void; onClose: () => void };

/** The browser gave no clipboard: the text stands selected, to be copied by hand. */
export function HandCopyDialog({ text, onCopied, onClose }: HandCopyDialogProps) {
  const noteCopy = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    // The event comes for an empty or partial selection too, and "Copied" is said only when it is true.
    if (selectionStart === 0 && selectionEnd === value.length) onCopied();
  };
  return (
    <Dialog
      title="Not copied: this browser gives no clipboard"
      text="The command is selected. Copy it with Ctrl C (or Cmd C), or touch and hold it."
      onClose={onClose}
    >
      <textarea
        className="input input-mono copy-hand"
        aria-label="Command to copy"
        readOnly
        value={text}
        rows={Math.min(text.split("\n").length + 1, 12)}
        onFocus={(event) => event.currentTarget.select()}
        onCopy={noteCopy}
      />
      <div className="dialog-acts">
        <Button onClick={onClose}>Close</Button>
      </div>
    </Dialog>
  );
}

"use client";

import type { ClipboardEvent, SubmitEvent } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { LiveUnit } from "@/lib/domain/commands/copy-units";
import type { FillResult } from "@/lib/domain/commands/fill-command";
import { riskName, targetWithValues } from "@/lib/domain/commands/risk-words";
import type { CopyUnit, Variable } from "@/lib/domain/document";
import type { Values } from "./values-store";
import { VariableField } from "./variable-field";

type CopyDialogProps = {
  unit: LiveUnit;
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
  /** The command with its doubtful characters as they look; null when it has none. Secrets as dots. */
  settled: string | null;
  onCopy: (isSettled: boolean) => void;
  onClose: () => void;
};

/** Asks before a command with open values, or a dangerous one, reaches the clipboard. */
export function CopyDialog(props: CopyDialogProps) {
  const { unit, filled, shown, settled, asked, values, shownValues, ...acts } = props;
  const { onChange, onCommit, onCopy, onClose } = acts;
  const isDanger = unit.risk === "danger";
  const isWhole = filled.open.length === 0 && filled.refused.length === 0;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (isWhole) onCopy(settled !== null);
  };
  const target = targetWithValues(unit, shownValues);
  const title = unit.isGuarded
    ? titleOf(unit)
    : settled === null
      ? "This command still needs values"
      : "This command is not what it looks like";
  const text = unit.isGuarded
    ? "Read it as it will be copied, with its target, before you paste it."
    : settled === null
      ? "What is open would be copied as it stands and may do something else than you mean."
      : "Choose the text that is meant, and have the runbook mended.";

  return (
    <Dialog title={title} text={text} onClose={onClose} role={unit.isGuarded ? "alertdialog" : "dialog"}>
      <form onSubmit={submit} className="copy-ask">
        {unit.isGuarded ? <Targets unit={unit} target={target} values={shownValues} /> : null}
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
        {settled === null ? null : <p>As it looks:</p>}
        <pre className="copy-ask-text" data-risk={unit.risk}>
          <code>{settled ?? shown}</code>
        </pre>
        {settled === null ? null : <DoubtfulSigns unit={unit} />}
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
            <Button variant={isDanger ? "danger" : "plain"} onClick={() => onCopy(false)}>
              Copy anyway
            </Button>
          ) : null}
          {settled !== null && isWhole ? (
            <Button onClick={() => onCopy(false)}>Copy as written</Button>
          ) : null}
          <Button type="submit" variant={isDanger ? "danger" : "strong"} aria-disabled={!isWhole}>
            {asked.length > 0 ? "Fill and copy" : settled === null ? "Copy this command" : "Copy as it looks"}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** What stands in the text that no eye can tell. */
function DoubtfulSigns({ unit }: { unit: CopyUnit }) {
  const names = [...new Set(unit.hidden.filter((one) => one.replacement === null).map(({ name }) => name))];
  return <p>As written it holds {names.join(", ")}, which a terminal would take at its word.</p>;
}

/** A whole that only mixes what is to be chosen from may hold no danger at all. */
function titleOf(unit: LiveUnit): string {
  if (unit.riskReason) return `${riskName(unit)}: ${unit.riskReason}`;
  return unit.risk === "danger"
    ? "This command destroys something"
    : "This copies everything, also what is meant to be chosen from";
}

type TargetsProps = { unit: CopyUnit; target: string | null; values: Values };

/** Names what the command is aimed at. */
function Targets({ unit, target, values }: TargetsProps) {
  const keys = [...new Set(unit.holes.map((hole) => hole.variable))].filter((key) => values[key]);
  if (keys.length === 0 && target === null) return null;
  return (
    <dl className="copy-ask-targets">
      {target === null ? null : (
        <div>
          <dt>target</dt>
          <dd>{target}</dd>
        </div>
      )}
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

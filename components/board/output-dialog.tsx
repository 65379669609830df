"use client";

import { type SubmitEvent, useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Select, Textarea } from "@/components/ui/field";
import { plainOutput } from "@/lib/domain/plain-output";
import { judgeOutput } from "./expectation";
import type { BoardStep } from "./types";
import { Verdict } from "./verdict";

type OutputDialogProps = {
  step: BoardStep;
  commandText: (commandId: string) => string | null;
  /** Takes secrets out of a text. */
  mask: (text: string) => string;
  onKeep: (output: { text: string; commandId: string | null }) => void;
  onClose: () => void;
};

/** Keeps what a command printed with its step, and says at once whether it is what the runbook announces. */
export function OutputDialog({ step, commandText, mask, onKeep, onClose }: OutputDialogProps) {
  const [text, setText] = useState("");
  const [command, setCommand] = useState("");
  const [error, setError] = useState<string | null>(null);
  const { commands } = step;
  const commandId = commands.length === 1 ? (commands[0]?.id ?? null) : command || null;
  const given = plainOutput(text).trim();
  const judged = useMemo(
    () => (given === "" ? null : judgeOutput(step, { text: given, commandId })),
    [step, given, commandId],
  );

  const submit = (event?: SubmitEvent) => {
    event?.preventDefault();
    const masked = mask(given).trim();
    if (masked === "") {
      setError("Paste what the command printed.");
      return;
    }
    onKeep({ text: masked, commandId });
    onClose();
  };

  return (
    <Dialog title="Keep output with this step" text={step.text} onClose={onClose} holdsText={given !== ""}>
      <form onSubmit={submit} className="ask">
        {commands.length > 1 ? (
          <Select label="Command" value={command} onChange={(event) => setCommand(event.target.value)}>
            <option value="">Not said</option>
            {commands.map(({ id }) => (
              <option key={id} value={id}>
                {commandText(id)?.split("\n")[0] ?? id}
              </option>
            ))}
          </Select>
        ) : null}
        <Textarea
          label="Output"
          hint="What looks like a secret is masked before it leaves this browser."
          className="input-output"
          value={text}
          error={error}
          maxLength={20_000}
          rows={8}
          spellCheck={false}
          autoFocus
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit();
          }}
        />
        <p className="ask-verdict" role="status">
          {judged ? <Verdict judged={judged} /> : null}
        </p>
        <div className="dialog-acts">
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" variant="strong">
            Keep output
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

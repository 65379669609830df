"use client";

import { useActionState } from "react";
import { orUnreachable } from "@/components/shell/unreachable";
import { Button } from "@/components/ui/button";
import { Textarea } from "@/components/ui/field";
import type { ActionResult } from "@/lib/domain/action-result";

type Result = ActionResult<null>;

/** The list of a squad's own dangerous commands; people who may only look read it. */
export function RiskWordsForm({
  squad,
  save,
}: {
  squad: { id: string; name: string; riskWords: string };
  /** Null for people who may only look. */
  save: ((before: Result | null, form: FormData) => Promise<Result>) | null;
}) {
  const [answer, send, isBusy] = useActionState(
    async (before: { result: Result; text: string } | null, form: FormData) => {
      const result = save ? await orUnreachable(save(before?.result ?? null, form)) : null;
      return result ? { result, text: String(form.get("riskWords") ?? "") } : before;
    },
    null,
  );
  const failed = answer && !answer.result.ok ? answer.result : null;
  if (!save) {
    return squad.riskWords === "" ? null : (
      <details className="risk-words">
        <summary>Words that are dangerous here</summary>
        <pre>{squad.riskWords}</pre>
      </details>
    );
  }
  return (
    <details className="risk-words">
      <summary>Words that are dangerous here</summary>
      <form action={send}>
        <input type="hidden" name="squadId" value={squad.id} />
        <Textarea
          label={`Commands that ${squad.name} marks`}
          name="riskWords"
          rows={4}
          spellCheck={false}
          defaultValue={failed ? answer?.text : squad.riskWords}
          hint="One a line: a program, subcommand or task, such as recycle-node or somectl evict: change. They count as danger unless the line ends in “: change”."
          error={failed ? (failed.fields.riskWords ?? failed.message) : null}
        />
        <Button type="submit" disabled={isBusy}>
          Save the words
        </Button>
        {answer?.result.ok ? <p role="status">Saved.</p> : null}
      </form>
    </details>
  );
}

"use client";

import { useActionState } from "react";
import { orUnreachable } from "@/components/shell/unreachable";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/field";
import type { ActionResult } from "@/lib/domain/action-result";

type Result = ActionResult<null>;

type MoveFormProps = {
  slug: string;
  squadId: string | null;
  squads: readonly { id: string; name: string }[];
  move: (before: Result | null, form: FormData) => Promise<Result>;
};

/** Gives the runbook to another squad, whose editors keep it from then on. */
export function MoveForm({ slug, squadId, squads, move }: MoveFormProps) {
  const [result, send, isBusy] = useActionState(
    async (before: (Result & { chosen?: string }) | null, form: FormData) => {
      const answer = await orUnreachable(move(before, form));
      return answer.ok ? answer : { ...answer, chosen: String(form.get("squadId") ?? "") };
    },
    null,
  );
  const failed = result && !result.ok ? result : null;
  const first = failed?.chosen ?? squadId ?? "";
  return (
    <form action={send} className="form-row">
      <input type="hidden" name="slug" value={slug} />
      <Select
        key={first}
        label="Owning squad"
        name="squadId"
        defaultValue={first}
        error={failed ? (failed.fields.squadId ?? failed.message) : null}
      >
        {squadId === null ? <option value="">No squad yet</option> : null}
        {squads.map((squad) => (
          <option key={squad.id} value={squad.id}>
            {squad.name}
          </option>
        ))}
      </Select>
      <Button type="submit" disabled={isBusy}>
        Move the runbook
      </Button>
    </form>
  );
}

"use client";

import { useActionState } from "react";
import { orUnreachable } from "@/components/shell/unreachable";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/field";
import type { ActionResult } from "@/lib/domain/action-result";

type Result = ActionResult<{ slug: string }>;

export function SquadForm({
  create,
}: {
  create: (before: Result | null, form: FormData) => Promise<Result>;
}) {
  const [result, send, isBusy] = useActionState(
    async (before: (Result & { name?: string }) | null, form: FormData) => {
      const answer = await orUnreachable(create(before, form));
      return answer.ok ? answer : { ...answer, name: String(form.get("name") ?? "") };
    },
    null,
  );
  const failed = result && !result.ok ? result : null;
  return (
    <form action={send} className="form-row">
      <Input
        label="Name"
        name="name"
        required
        defaultValue={failed?.name}
        error={failed ? (failed.fields.name ?? failed.message) : null}
      />
      <Button type="submit" disabled={isBusy}>
        Add the squad
      </Button>
    </form>
  );
}

"use client";

import { useActionState } from "react";
import { orUnreachable } from "@/components/shell/unreachable";
import { Button } from "@/components/ui/button";
import { Input, Select } from "@/components/ui/field";
import type { ActionResult } from "@/lib/domain/action-result";
import { roles } from "@/lib/domain/actor";
import { LinkNotice } from "./link-notice";

type Result = ActionResult<{ link: string }>;

/** Makes an account and shows its one-time link. A refused form keeps what was typed. */
export function InviteForm({
  invite,
}: {
  invite: (before: Result | null, form: FormData) => Promise<Result>;
}) {
  const [result, send, isBusy] = useActionState(
    async (before: (Result & { typed?: FormData }) | null, form: FormData) => {
      const answer = await orUnreachable(invite(before, form));
      return answer.ok ? answer : { ...answer, typed: form };
    },
    null,
  );
  const fields = result && !result.ok ? result.fields : {};
  const typed = (name: string) => String((result && !result.ok && result.typed?.get(name)) || "");

  return (
    <form action={send} className="form-row">
      <Input label="Name" name="name" required defaultValue={typed("name")} error={fields.name} />
      <Input
        label="Email"
        name="email"
        type="email"
        required
        defaultValue={typed("email")}
        error={fields.email}
      />
      <Select label="Role" name="role" defaultValue={typed("role") || "responder"} key={typed("role")}>
        {roles.map((role) => (
          <option key={role}>{role}</option>
        ))}
      </Select>
      <Button type="submit" variant="strong" disabled={isBusy}>
        Make the invitation
      </Button>
      {result && !result.ok ? (
        <p role="alert" className="field-error">
          {result.message}
        </p>
      ) : null}
      {result?.ok ? <LinkNotice link={result.value.link} /> : null}
    </form>
  );
}

"use client";

import { useActionState } from "react";
import { orUnreachable } from "@/components/shell/unreachable";
import { Button } from "@/components/ui/button";
import { Input, Select } from "@/components/ui/field";
import type { ActionResult } from "@/lib/domain/action-result";
import { LinkNotice } from "./link-notice";

type Result = ActionResult<{ link: string }>;

const lengths = [
  [4, "4 hours"],
  [8, "8 hours"],
  [24, "1 day"],
  [72, "3 days"],
] as const;

/** Makes a break-glass link and shows it once. A refused form keeps what was typed. */
export function ReadLinkForm({
  create,
}: {
  create: (before: Result | null, form: FormData) => Promise<Result>;
}) {
  const [answer, send, isBusy] = useActionState(
    async (before: { result: Result; form: FormData } | null, form: FormData) => ({
      result: await orUnreachable(create(before?.result ?? null, form)),
      form,
    }),
    null,
  );
  const failed = answer && !answer.result.ok ? answer.result : null;
  const typed = (name: string, otherwise: string) =>
    failed ? String(answer?.form.get(name) ?? otherwise) : otherwise;

  return (
    <form action={send} className="form-row">
      <Input
        label="Why it is needed"
        name="reason"
        required
        minLength={3}
        maxLength={300}
        placeholder="e.g. Single sign-on is down, INC-0042"
        autoComplete="off"
        defaultValue={typed("reason", "")}
        error={failed?.fields.reason}
      />
      <Select
        label="Works for"
        name="hours"
        defaultValue={typed("hours", "8")}
        key={typed("hours", "8")}
        error={failed?.fields.hours}
      >
        {lengths.map(([hours, words]) => (
          <option key={hours} value={hours}>
            {words}
          </option>
        ))}
      </Select>
      <Button type="submit" variant="strong" disabled={isBusy}>
        Make a link
      </Button>
      {failed ? (
        <p role="alert" className="field-error">
          {failed.message}
        </p>
      ) : null}
      {answer?.result.ok ? (
        <LinkNotice
          link={answer.result.value.link}
          text="Give this link to those who must read now. Whoever has it can read until it ends. It is not shown again."
          label="Break-glass link"
        />
      ) : null}
    </form>
  );
}

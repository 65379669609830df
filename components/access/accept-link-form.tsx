"use client";

import { type FormEvent, useState } from "react";
import { forgetSignOut } from "@/components/shell/pending-sign-out";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/field";
import { signInInBrowser } from "@/lib/access/sign-in-client";
import type { ActionResult } from "@/lib/domain/action-result";

type Result = ActionResult<{ email: string }>;

type Props = {
  token: string;
  /** The first admin gives name and address; an invited person has both already. */
  asksWho: boolean;
  submitLabel: string;
  accept: (input: Record<string, string>) => Promise<Result>;
};

/** Uses a one-time link: sets the password, then signs in with it. */
export function AcceptLinkForm({ token, asksWho, submitLabel, accept }: Props) {
  const [result, setResult] = useState<Result | null>(null);
  const [isBusy, setBusy] = useState(false);
  const fields = result && !result.ok ? result.fields : {};

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = Object.fromEntries(
      [...new FormData(event.currentTarget)].flatMap(([name, value]) =>
        typeof value === "string" ? [[name, value] as const] : [],
      ),
    );
    setBusy(true);
    try {
      const answer = await accept({ ...typed, token });
      if (!answer.ok) return setResult(answer);
      const refusal = await signInInBrowser(answer.value.email, typed.password ?? "");
      if (refusal === null) forgetSignOut();
      window.location.assign(refusal === null ? "/" : "/sign-in");
    } catch {
      setResult({
        ok: false,
        code: "unavailable",
        message: "The portal cannot be reached. Try again.",
        fields: {},
      });
    } finally {
      setBusy(false);
    }
  }

  return (
    <form onSubmit={submit} method="post" className="stack">
      {asksWho ? (
        <>
          <Input label="Name" name="name" autoComplete="name" required autoFocus error={fields.name} />
          <Input
            label="Email"
            name="email"
            type="email"
            autoComplete="username"
            required
            error={fields.email}
          />
        </>
      ) : null}
      <Input
        label="Password"
        name="password"
        type="password"
        autoComplete="new-password"
        hint="At least 12 characters. A few words are easier to remember than signs."
        required
        minLength={12}
        error={fields.password}
      />
      {result && !result.ok ? (
        <p role="alert" className="field-error">
          {result.message}
        </p>
      ) : null}
      <Button type="submit" variant="strong" size="large" disabled={isBusy}>
        {isBusy ? "One moment…" : submitLabel}
      </Button>
    </form>
  );
}

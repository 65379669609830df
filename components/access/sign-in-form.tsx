"use client";

import { type FormEvent, useState } from "react";
import { forgetSignOut } from "@/components/shell/pending-sign-out";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/field";
import { signInInBrowser } from "@/lib/access/sign-in-client";

/** Email and password. What was typed stays when it is refused. `next` is a path of this portal. */
export function SignInForm({ next, notice }: { next: string; notice: string | null }) {
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    const refusal = await signInInBrowser(String(form.get("email")), String(form.get("password"))).catch(
      () => "The portal cannot be reached. Check your connection and try again.",
    );
    if (refusal === null) {
      forgetSignOut();
      return window.location.assign(next);
    }
    setProblem(refusal);
    setBusy(false);
  }

  return (
    <form onSubmit={submit} method="post" className="stack">
      {notice ? <p className="notice">{notice}</p> : null}
      <Input label="Email" name="email" type="email" autoComplete="username" required autoFocus />
      <Input label="Password" name="password" type="password" autoComplete="current-password" required />
      {problem ? (
        <p role="alert" className="field-error">
          {problem}
        </p>
      ) : null}
      <Button type="submit" variant="strong" size="large" disabled={isBusy}>
        {isBusy ? "Signing in…" : "Sign in"}
      </Button>
    </form>
  );
}

"use server";

import { redirect } from "next/navigation";
import { dropPass, keepPass, readPass } from "@/lib/access/break-glass";
import { enterByReadLink } from "@/lib/features/people/enter-by-read-link";
import { act, formValues } from "@/lib/http/act";

/** Lets this browser in. A refused link leads back to its page, which says what became of it. */
export async function enterAction(form: FormData): Promise<void> {
  const { token = "" } = formValues(form);
  const entered = await act(async () => keepPass(await enterByReadLink(token, await readPass())));
  redirect(entered.ok ? "/" : `/break-glass/${encodeURIComponent(token)}`);
}

/** Gives the pass of this browser back. */
export async function leaveAction(): Promise<void> {
  await dropPass();
  redirect("/sign-in");
}

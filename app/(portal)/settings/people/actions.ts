"use server";

import { revalidatePath } from "next/cache";
import { actorOrThrow } from "@/lib/access/actor";
import { env } from "@/lib/env";
import { changePerson, changePersonSchema } from "@/lib/features/people/change-person";
import { createPasswordLink, invitePerson, invitePersonSchema } from "@/lib/features/people/invite-person";
import { type ActionResult, act, formValues, parseInput } from "@/lib/http/act";

/** The whole address of a one-time link, shown once to the admin who made it. */
export type LinkResult = ActionResult<{ link: string }>;

export async function invitePersonAction(_before: LinkResult | null, form: FormData): Promise<LinkResult> {
  return act(async () => {
    const { link } = await invitePerson(
      await actorOrThrow(),
      parseInput(invitePersonSchema, formValues(form)),
    );
    revalidatePath("/settings/people");
    return { link: absolute(link) };
  });
}

export async function createPasswordLinkAction(userId: string): Promise<LinkResult> {
  return act(async () => {
    const { userId: id } = parseInput(changePersonSchema, { userId });
    const { link } = await createPasswordLink(await actorOrThrow(), id);
    return { link: absolute(link) };
  });
}

export async function changePersonAction(input: {
  userId: string;
  role?: string;
  isDisabled?: boolean;
}): Promise<ActionResult<null>> {
  return act(async () => {
    await changePerson(await actorOrThrow(), parseInput(changePersonSchema, input));
    revalidatePath("/settings/people");
    return null;
  });
}

const absolute = (path: string) => new URL(path, env().NEXTAUTH_URL).toString();

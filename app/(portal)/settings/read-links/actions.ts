"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { actorOrThrow } from "@/lib/access/actor";
import { env } from "@/lib/env";
import { createReadLink, createReadLinkSchema } from "@/lib/features/people/create-read-link";
import { revokeReadLink } from "@/lib/features/people/revoke-read-link";
import { type ActionResult, act, formValues, parseInput } from "@/lib/http/act";

/** The whole address of a new break-glass link, shown once to the admin who made it. */
export type ReadLinkResult = ActionResult<{ link: string }>;

export async function createReadLinkAction(
  _before: ReadLinkResult | null,
  form: FormData,
): Promise<ReadLinkResult> {
  return act(async () => {
    const { link } = await createReadLink(
      await actorOrThrow(),
      parseInput(createReadLinkSchema, formValues(form)),
    );
    revalidatePath("/settings/read-links");
    return { link: new URL(link, env().NEXTAUTH_URL).toString() };
  });
}

export async function revokeReadLinkAction(id: string): Promise<ActionResult<null>> {
  return act(async () => {
    await revokeReadLink(await actorOrThrow(), parseInput(z.uuid(), id));
    revalidatePath("/settings/read-links");
    return null;
  });
}

"use server";

import { revalidatePath } from "next/cache";
import { actorOrThrow } from "@/lib/access/actor";
import {
  createSquad,
  createSquadSchema,
  setMember,
  setMemberSchema,
} from "@/lib/features/squads/change-squads";
import { setRiskWords, setRiskWordsSchema } from "@/lib/features/squads/set-risk-words";
import { type ActionResult, act, formValues, parseInput } from "@/lib/http/act";

export async function createSquadAction(
  _before: ActionResult<{ slug: string }> | null,
  form: FormData,
): Promise<ActionResult<{ slug: string }>> {
  return act(async () => {
    const squad = await createSquad(await actorOrThrow(), parseInput(createSquadSchema, formValues(form)));
    revalidatePath("/squads");
    return { slug: squad.slug };
  });
}

export async function setMemberAction(input: {
  squadId: string;
  userId: string;
  membership: string;
}): Promise<ActionResult<null>> {
  return act(async () => {
    await setMember(await actorOrThrow(), parseInput(setMemberSchema, input));
    revalidatePath("/squads");
    return null;
  });
}

export async function setRiskWordsAction(
  _before: ActionResult<null> | null,
  form: FormData,
): Promise<ActionResult<null>> {
  return act(async () => {
    await setRiskWords(await actorOrThrow(), parseInput(setRiskWordsSchema, formValues(form)));
    revalidatePath("/squads");
    return null;
  });
}

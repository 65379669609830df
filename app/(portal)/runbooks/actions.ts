"use server";

import { redirect } from "next/navigation";
import { actorOrThrow } from "@/lib/access/actor";
import { changeRunbook, changeRunbookSchema } from "@/lib/features/runbooks/change-runbook";
import { createRunbook, createRunbookSchema } from "@/lib/features/runbooks/create-runbook";
import { restoreRevision, restoreSchema } from "@/lib/features/runbooks/restore-revision";
import { type ActionResult, act, formValues, parseInput } from "@/lib/http/act";

export async function createRunbookAction(
  _before: ActionResult<null> | null,
  form: FormData,
): Promise<ActionResult<null>> {
  return act(async () => {
    const actor = await actorOrThrow();
    const { title, squadId, start = "blank", source, format } = formValues(form);
    const from = start.startsWith("template:")
      ? { kind: "template", slug: start.slice("template:".length) }
      : start === "text"
        ? { kind: "text", source, format }
        : { kind: "blank" };
    const input = parseInput(createRunbookSchema, { title, squadId: squadId || null, from });
    const { slug } = await createRunbook(actor, input);
    redirect(`/runbooks/${encodeURIComponent(slug)}/edit`);
  });
}

export async function restoreAction(input: {
  slug: string;
  number: number;
  parentNumber: number;
}): Promise<ActionResult<{ number: number }>> {
  return act(async () => {
    const { number } = await restoreRevision(await actorOrThrow(), parseInput(restoreSchema, input));
    return { number };
  });
}

export async function moveAction(
  _before: ActionResult<null> | null,
  form: FormData,
): Promise<ActionResult<null>> {
  return act(async () => {
    const actor = await actorOrThrow();
    const input = parseInput(changeRunbookSchema, formValues(form));
    await changeRunbook(actor, input);
    redirect(`/runbooks/${encodeURIComponent(input.slug)}/history`);
  });
}

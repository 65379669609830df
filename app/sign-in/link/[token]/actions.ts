"use server";

import { acceptLink, acceptLinkSchema } from "@/lib/features/people/accept-link";
import { type ActionResult, act, parseInput } from "@/lib/http/act";

export async function acceptLinkAction(
  input: Record<string, string>,
): Promise<ActionResult<{ email: string }>> {
  return act(() => acceptLink(parseInput(acceptLinkSchema, input)));
}

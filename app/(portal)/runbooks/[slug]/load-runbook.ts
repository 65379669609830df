import { notFound } from "next/navigation";
import { cache } from "react";
import { requireActor } from "@/lib/access/actor";
import { slugOfParam } from "@/lib/domain/slug";
import { AppError } from "@/lib/errors";
import { getRunbookPage } from "@/lib/features/runbooks/get-runbook";

/** The runbook of the address, once a request; an unknown one becomes the not-found page. */
export const loadRunbook = cache(async (slug: string) => {
  const actor = await requireActor();
  try {
    return { actor, ...(await getRunbookPage(actor, slugOfParam(slug))) };
  } catch (error) {
    if (error instanceof AppError && error.code === "not-found") notFound();
    throw error;
  }
});

"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { uuidv7 } from "uuidv7";
import { askPortal } from "./ask-portal";
import type { Desk } from "./use-desk";

/** Starts a run of a runbook in this incident and shows it. Gives the sentence of a refusal, else null. */
export function useStartRun({
  incident,
  close,
}: Desk): (slug: string, anchor?: string) => Promise<string | null> {
  const router = useRouter();
  // The same id in each try, so that a lost answer never starts a second run.
  const [ids] = useState(() => new Map<string, string>());
  return async (slug, anchor = "") => {
    const id = ids.get(slug) ?? uuidv7();
    ids.set(slug, id);
    const path = `/api/v1/incidents/${incident.key}/runs`;
    const answer = await askPortal<{ runId: string }>(path, { id, runbookSlug: slug });
    if (!answer.ok) return answer.message;
    close();
    router.push(`/incidents/${incident.key}?run=${answer.value.runId}${anchor}`);
    return null;
  };
}

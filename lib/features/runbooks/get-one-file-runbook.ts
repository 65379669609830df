import "server-only";
import type { Actor } from "@/lib/domain/actor";
import { standaloneAssets } from "@/lib/standalone/assets";
import { oneFileRunbook } from "@/lib/standalone/runbook-page";
import { getEntry } from "./get-runbook";
import { imagesAsData, portalUrl, standaloneRunbook } from "./standalone-runbook";

/**
 * The current revision of a runbook as one HTML file that fills values and copies with no portal anywhere. Throws
 * AppError "not-found".
 */
export async function getOneFileRunbook(actor: Actor, slug: string): Promise<string> {
  const [{ entry, index }, assets] = await Promise.all([getEntry(actor, slug), standaloneAssets()]);
  const images = await imagesAsData(entry);
  const runbook = standaloneRunbook(entry, index, {
    runbook: (other) => `/runbooks/${encodeURIComponent(other)}`,
    image: (name) => images?.get(name) ?? null,
  });
  return oneFileRunbook(runbook, { portalUrl: portalUrl(), now: new Date(), assets });
}

import type { Problem, RunbookModel } from "@/lib/domain/document";
import { addSpan, readDate } from "@/lib/domain/written-date";
import { report, startOfLine } from "./report";

const LONGEST = "1 year";
const DATE_LINE = /(?:last[\s_-]*(?:updated|reviewed|modified)|updated|review)/i;

/**
 * Whether a runbook was last looked at too long ago: its own date of review has passed, or its last update lies more
 * than a year back. `today` is `YYYY-MM-DD`. No part of the compile, which is kept for as long as the text stands.
 */
export function staleDate(
  { meta, isTemplate }: Pick<RunbookModel, "meta" | "isTemplate">,
  source: string,
  today: string,
): Problem[] {
  const updated = readDate(meta.lastUpdated ?? "");
  const due = meta.reviewBy ?? (updated === null ? null : addSpan(updated, LONGEST));
  if (isTemplate || due === null || due >= today) return [];
  const lines = source.split(/\r\n?|\n/);
  const index = lines.findIndex((line) => DATE_LINE.test(line) && /\d{4}/.test(line));
  const message =
    meta.reviewBy === null
      ? `Last updated on ${updated}, more than a year ago.`
      : `This runbook was to be reviewed by ${meta.reviewBy}.`;
  return [report("stale-date", startOfLine(lines, Math.max(index, 0) + 1), message)];
}

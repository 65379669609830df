import type { Step } from "./document";
import { readDuration } from "./duration-words";

/** A time that a heading or a bold label sets for its steps: "Immediate Actions (< 5 minutes)". */
export type ResponseLimit = {
  /** The words of the label without the time. */
  text: string;
  /** As written: "< 5 minutes". */
  time: string;
  seconds: number;
  stepIds: string[];
};

const LABEL_OR_STEP =
  /<h[1-6]\b[^>]*>([\s\S]{1,400}?)<\/h[1-6]>|<p><strong>([^<]{1,200})<\/strong>[:\s]{0,3}<\/p>|\bdata-step="([^"]*)"/g;
const LIMIT = /\(\s*((?:<|≤|under|within|first|max\.?|up to|less than)\s?[^()]{2,30})\)/i;

/**
 * The time limits of a compiled page, with the steps for the first minutes that stand under them. A label's time
 * counts from the opening of the incident. A heading or a label of its own ends what stands under the one before.
 */
export function readResponseLimits(
  html: string,
  steps: readonly Pick<Step, "id" | "phase">[],
): ResponseLimit[] {
  const immediate = new Set(steps.flatMap(({ id, phase }) => (phase === "immediate" ? [id] : [])));
  if (immediate.size === 0) return [];
  const limits: ResponseLimit[] = [];
  let open: ResponseLimit | null = null;
  for (const [, heading, label, stepId] of html.matchAll(LABEL_OR_STEP)) {
    if (stepId !== undefined) {
      const id = plain(stepId);
      if (open && immediate.has(id)) open.stepIds.push(id);
      continue;
    }
    open = limitOf(plain(heading ?? label ?? ""));
    if (open) limits.push(open);
  }
  return limits.filter(({ stepIds }) => stepIds.length > 0);
}

function limitOf(words: string): ResponseLimit | null {
  const found = LIMIT.exec(words);
  const time = found?.[1]?.trim();
  const seconds = time === undefined ? null : readDuration(time);
  if (!found || time === undefined || seconds === null) return null;
  const text = words.replace(found[0], " ").replace(/\s+/g, " ").trim().replace(/\s?:$/, "");
  return { text, time, seconds, stepIds: [] };
}

function plain(html: string): string {
  return html
    .replace(/<[^>]*>/g, "")
    .replace(/&(?:lt|#x3C|#60);/g, "<")
    .replace(/&(?:gt|#x3E|#62);/g, ">")
    .replace(/&(?:quot|#x22|#34);/g, '"')
    .replace(/&#(?:x27|39);/g, "'")
    .replace(/&(?:amp|#x26|#38);/g, "&")
    .trim();
}

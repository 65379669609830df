import { writtenSeverities } from "./severity-words";

/** What a heading says of an alert: the words left without number and tags, and the severity of the tags as written. */
export type AlertHeading = {
  /** The alert's name where the heading says that it is one, or else the words of the heading. */
  name: string;
  severity: string | null;
  /** "Alert: …", "Scenario B: …": the heading says itself that it is about an alert. */
  isSaid: boolean;
};

/** Emoji and a number in front. A letter, a digit, a hole or a tag begins the words. */
const NUMBER =
  /^[^\p{L}\p{N}<[{(]*(?:\d+(?:\.\d+)*[.):]\s+|\d+(?:\.\d+)+\s+|\d+\s+(?=(?:alert|alarm|scenario|step)\b))?[^\p{L}\p{N}<[{(]*/iu;
const LEAD = /^(?:alert|alarm|(?:incident |failure )?scenario)(?:\s+(?:name|#?\d{1,3}|[A-Z]\d{0,2}))?\s*/i;
/** A hyphen within a word joins it: "Alert-driven checks". */
const JOINT = /^(?::|[–—-]\s)\s*/;
const TAG_IN_FRONT = /^(?:\[([^[\]]+)\]|\(([^()]+)\)|([\w-]+)(?=\s*:|\s+[|–—-]\s))\s*(?::|[|–—-]\s)?\s*/;
const TAG_BEHIND = /\s*(?:\[([^[\]]+)\]|\(([^()]+)\)|(?:[|,]|\s[–—-])\s+([\w\s:/-]{1,40}))$/;
/** Words that a tag may hold beside its severities. */
const OF_A_TAG = /\b(?:severity|priority|or|and)\b/gi;
/** Headings are short; a longer text is none that names an alert. */
const LONGEST = 300;

/** Reads "Alert: `HighLatency` (P1)", "[P0] Alert: Outage", "Scenario 2: Disk is full", "CPUThrottlingHigh - Warning". */
export function readAlertHeading(heading: string): AlertHeading {
  const written = heading.slice(0, LONGEST).replace(NUMBER, "").trim();
  const before = withoutTags(written);
  const lead = LEAD.exec(before.name)?.[0] ?? "";
  const joint = lead === "" ? undefined : JOINT.exec(before.name.slice(lead.length))?.[0];
  if (joint === undefined) return { ...before, isSaid: false };
  const behind = withoutTags(before.name.slice(lead.length + joint.length).trim());
  if (behind.name === "") return { ...before, isSaid: false };
  return { name: behind.name, severity: behind.severity ?? before.severity, isSaid: true };
}

/** Takes off what names nothing but severities, at both ends, as long as other words are left. */
function withoutTags(words: string): { name: string; severity: string | null } {
  let name = words;
  let severity: string | null = null;
  for (const pattern of [TAG_BEHIND, TAG_IN_FRONT]) {
    const match = pattern.exec(name);
    const tag = match?.slice(1).find((part) => part !== undefined);
    if (!match || tag === undefined || !isSeverityTag(tag)) continue;
    const rest = `${name.slice(0, match.index)}${name.slice(match.index + match[0].length)}`.trim();
    if (rest === "") continue;
    name = rest;
    severity ??= tag.replace(/^\s*(?:severity|priority)\s*:?\s*/i, "").trim();
  }
  return { name, severity };
}

function isSeverityTag(tag: string): boolean {
  const words = tag
    .replace(OF_A_TAG, " ")
    .split(/[\s:/,|]+/)
    .filter(Boolean);
  return words.length > 0 && words.every((word) => writtenSeverities(word).length > 0);
}

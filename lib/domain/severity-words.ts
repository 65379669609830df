import { type Severity, severities } from "./incident-status";

const names: ReadonlyMap<string, Severity> = new Map<string, Severity>([
  ["p0", "SEV1"],
  ["p1", "SEV2"],
  ["p2", "SEV3"],
  ["p3", "SEV4"],
  ["sev1", "SEV1"],
  ["sev2", "SEV2"],
  ["sev3", "SEV3"],
  ["sev4", "SEV4"],
  ["critical", "SEV1"],
  ["warning", "SEV3"],
  ["info", "SEV4"],
]);

/** What a text's word for a severity means here (`P0`, `SEV-2`, `Critical`); null for any other word. */
export function severityOf(word: string): Severity | null {
  return (
    names.get(
      word
        .trim()
        .toLowerCase()
        .replace(/^(sev|p)[-\s](?=\d)/, "$1"),
    ) ?? null
  );
}

/** `P0`, `SEV-2`: a name that means a severity wherever it stands; `p95` and `P2P` are others. */
const CODE = /(?<![\w])(?:sev[-\s]?|p)\d(?![\w%]|\.\d)/gi;
const UPWARDS = /^\s*(?:\+|(?:and|or) (?:above|higher|worse|up|more)\b)/i;
const DOWNWARDS = /^\s*(?:and|or) (?:below|lower|less)\b/i;
const RANGE = /^\s*(?:-|–|to|through)\s*$/i;

/** The severities that a text names by code, from the gravest: "P0/P1", "P1 and above", "SEV1 to SEV3". */
export function severitiesIn(text: string): Severity[] {
  const found = new Set<Severity>();
  let last: { rank: number; end: number } | null = null;
  for (const match of text.matchAll(CODE)) {
    const severity = severityOf(match[0]);
    if (severity === null) continue;
    const rank = severities.indexOf(severity);
    const end = match.index + match[0].length;
    const after = text.slice(end, end + 20);
    let from = rank;
    if (last && RANGE.test(text.slice(last.end, match.index))) from = last.rank;
    if (UPWARDS.test(after)) from = 0;
    const to = DOWNWARDS.test(after) ? severities.length - 1 : rank;
    for (const named of severities.slice(from, to + 1)) found.add(named);
    last = { rank, end };
  }
  return severities.filter((severity) => found.has(severity));
}

/** Every severity that a text names, by code or by one word alone, in the order of the text: "Critical (P1)". */
export function writtenSeverities(text: string): Severity[] {
  return namesIn(text).flatMap((word) => severityOf(word) ?? []);
}

/**
 * The one severity that a text means; null for none and for several. A code says more than a word ("Critical (P1)"),
 * and of codes of two families the first counts ("P1 (SEV1)").
 */
export function severityIn(text: string): Severity | null {
  const known = namesIn(text).filter((word) => severityOf(word) !== null);
  const families = [/^p/i, /^sev/i].map((family) =>
    known.filter((word) => family.test(word) && /\d/.test(word)),
  );
  const [first] = known.filter((word) => /\d/.test(word));
  const told = families.find((words) => first !== undefined && words.includes(first)) ?? known;
  const [only, ...others] = new Set(told.map(severityOf));
  return others.length === 0 ? (only ?? null) : null;
}

function namesIn(text: string): string[] {
  return text.match(/(?<![\w])(?:sev[-\s]?|p)\d(?![\w%]|\.\d)|\p{L}+/giu) ?? [];
}

import type { Wait } from "./document";

const unitSeconds: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };
const wordNumbers: ReadonlyMap<string, number> = new Map([
  ["a", 1],
  ["an", 1],
  ["half an", 0.5],
  ["one", 1],
  ["two", 2],
  ["three", 3],
  ["four", 4],
  ["five", 5],
  ["six", 6],
  ["ten", 10],
  ["fifteen", 15],
  ["twenty", 20],
  ["thirty", 30],
  ["sixty", 60],
]);

const DIGITS = String.raw`\d{1,6}(?:\.\d{1,3})?`;
const WORDS = [...wordNumbers.keys()].sort((a, b) => b.length - a.length).join("|");
const UNIT = "(?:seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d)";
/** In "1h30m" no blank parts the two. */
const END = String.raw`(?:\b|(?=\d{1,2}[smh]\b))`;
const PIECE = String.raw`(?:${DIGITS}(?:\s?(?:-|–|to)\s?${DIGITS})?[\s-]?|\b(?:${WORDS})[\s-])${UNIT}${END}`;
const DURATIONS = new RegExp(String.raw`(?<![\w.$])${PIECE}(?:,?\s?(?:and\s)?${PIECE})*`, "gi");
const PIECES = new RegExp(
  String.raw`(?:(${DIGITS})(?:\s?(?:-|–|to)\s?(${DIGITS}))?[\s-]?|\b(${WORDS})[\s-])(${UNIT})${END}`,
  "gi",
);

/** The first duration that a text names ("15 minutes", "1h 30m", "half an hour") in seconds; null when it names none. */
export function readDuration(text: string): number | null {
  const [match] = text.match(DURATIONS) ?? [];
  return match === undefined ? null : secondsOf(match);
}

/** A range counts by its longer end: who waits "5-10 minutes" is done after ten. */
function secondsOf(duration: string): number | null {
  let total = 0;
  for (const [, low, high, word = "", unit = ""] of duration.matchAll(PIECES)) {
    const count = low === undefined ? (wordNumbers.get(word.toLowerCase()) ?? 0) : Number(high ?? low);
    total += count * (unitSeconds[unit.charAt(0).toLowerCase()] ?? 0);
  }
  return total > 0 ? Math.round(total) : null;
}

/** How much of a sentence may stand between "wait" and its time, in characters. */
const REACH = 80;
const VERB =
  /(?<![\w-])(?:wait(?:ing)?|monitor(?:ing)?|watch|observe|pause|hold off|soak|allow|give|let)(?![\w-])/gi;
/** An instruction of its own; `sleep 5m` inside other words is a command. */
const SLEEP = /^\s*(?:Sleep|(?:then|and)\s+sleep)(?:\s+for)?(?:\s+(?:about|at least|another))?\s+$/;
/** "After 10 minutes, look again": the time stands first and a comma behind it. */
const AFTER = /^\s*(?:then\s+)?after\s+(?:about\s+|another\s+|at least\s+|some\s+|~\s?)?$/i;
/** Plain words alone: an option or a value of a command ends the search. */
const PLAIN = /^[\p{L}\s,'’(:~≈]*$/u;
const NO_WAIT =
  /\b(?:within|every|more than|longer than|the last|the past)\b|\b(?:each|last|past|previous|next|before|after|older than)\s*$/i;
const REFUSED = /\b(?:don'?t|do not|never|without|if you(?: have to)?|when you)\s+$/i;

/**
 * The times to wait or to watch that a text asks for: "wait 15 minutes", "Monitor closely for 2 hours". A deadline
 * ("within 5 minutes"), a rhythm ("every 5 minutes"), a window ("the last hour") and an option of a command are none.
 */
export function readWaits(text: string): Wait[] {
  const waits: Wait[] = [];
  let from = 0;
  for (const match of text.matchAll(DURATIONS)) {
    const start = Math.max(from, match.index - REACH);
    const sentence = /[^.!?;\n]*$/.exec(text.slice(start, match.index))?.[0] ?? "";
    const end = match.index + match[0].length;
    from = end;
    const opening = openingOf(sentence, text.slice(end, end + 2));
    const total = secondsOf(match[0]);
    if (opening !== null && total !== null) {
      waits.push({ text: `${opening}${match[0]}`.replace(/\s+/g, " "), seconds: total });
      continue;
    }
    const verb = [...sentence.matchAll(VERB)].at(-1);
    if (!verb || total === null || /^\s+ago\b/i.test(text.slice(end, end + 5))) continue;
    const at = match.index - sentence.length + verb.index;
    const between = text.slice(at, match.index);
    if (!PLAIN.test(between) || NO_WAIT.test(between)) continue;
    if (REFUSED.test(text.slice(Math.max(0, at - 20), at))) continue;
    waits.push({ text: text.slice(at, end).replace(/\s+/g, " "), seconds: total });
  }
  return waits;
}

/** The words before a time that ask for it from the beginning of their sentence; null when there are none. */
function openingOf(sentence: string, behind: string): string | null {
  const isOpening = SLEEP.test(sentence) || (AFTER.test(sentence) && /^\s?,/.test(behind));
  return isOpening ? sentence.trimStart() : null;
}

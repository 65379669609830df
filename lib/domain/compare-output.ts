import { trimEndOf } from "./trim-end-of";

/** What a comparison of pasted output with the announced result says. `why` is a whole sentence. */
export type Comparison = { verdict: "matches" | "differs" | "unclear"; why: string };

/**
 * Holds what a command printed against what the runbook announces. It never claims a match that is none: whatever is
 * not plain is "unclear", and a person reads it.
 */
export function compareOutput(expected: string, output: string): Comparison {
  const wanted = unquote(expected.trim());
  const lines = readLines(output);
  const said = lines.join("\n");
  if (wanted === "" || HOLE.test(wanted))
    return unclear("What is expected holds a value that only you know.");
  if (EMPTY.test(wanted)) {
    return lines.every((line) => NOTHING.test(line))
      ? matches("The output is empty.")
      : unclear("It should be empty, and there is output.");
  }
  if (lines.length === 0) return unclear("The output is empty.");
  if (plain(unquote(said)) === plain(wanted)) return matches("The output says just that.");
  const bound = BOUND.exec(wanted);
  if (bound?.groups) return compareNumber(bound.groups, said);
  const code = STATUS.exec(wanted)?.[1];
  if (code) return compareStatus(code, wanted, said);
  const figure = FIGURE.exec(wanted);
  if (figure) return compareFigure(wanted, said);
  return /\s/.test(wanted) ? compareSentence(wanted, lines) : compareWord(wanted, lines);
}

const matches = (why: string): Comparison => ({ verdict: "matches", why });
const differs = (why: string): Comparison => ({ verdict: "differs", why });
const unclear = (why: string): Comparison => ({ verdict: "unclear", why });

/** A placeholder, a shell variable or dots: the text leaves a part open. */
const HOLE = /\$\w|\$\{|\[[^[\]]*\]|<[^<>\s][^<>]*>|\{\{|\.\.\.|…/;
const EMPTY = /^(?:empty|nothing|no output|no results?)$/i;
const NOTHING = /^(?:\[\s*\]|\{\s*\}|""|''|null|none|No resources found.*)$/i;
const NUMBER = String.raw`[~$]?(?<value>\d[\d.,]*)`;
const UNIT = String.raw`\s?(?<unit>%|ms|s|sec(?:onds?)?|min(?:utes?)?|[kMGT]i?B|[a-z]+\/s(?:ec)?)?`;
const BOUND = new RegExp(
  String.raw`^(?<word>below|under|above|over|less than|more than|fewer than|at least|at most|no more than|greater than|lower than|[<>≤≥]=?)\s*${NUMBER}${UNIT}(?:\s+[a-z]+)?$`,
  "i",
);
const STATUS = /^(?:HTTP\s?(?:\/[\d.]+)?\s?)?([1-5]\d\d)(?:\s[A-Z]\w*)?$/;
const FIGURE = /^\d[\d.,]*\s?%?$/;
/**
 * Words that turn another word round, or tell of trouble beside it. What may begin inside a word begins with one sign:
 * with `\w+` each letter of a long word (base64) would be tried with all that follow it.
 */
const TROUBLE =
  /\b(?:not|no|never|non|without|un\w+ed|un(?:healthy|ready|available|known|bound|reachable)|in(?:active|complete|valid)|dis(?:connected|abled)|err(?:or)?s?|fail\w*|down|degraded|critical|warn\w*|crash\w*|back-?off|refused|denied|time(?:d)?[- ]?out|pending|evicted|terminat\w+|panic|fatal|exception)\b|\b5\d\d\b|\bNot[A-Z]\w+|\wn['’]t\b|\w(?:Err(?:or)?|BackOff|Failed)\b|\b0\/[1-9]/i;

const BOUNDS: Record<string, (value: number, limit: number) => boolean> = {
  below: (value, limit) => value < limit,
  above: (value, limit) => value > limit,
  "at least": (value, limit) => value >= limit,
  "at most": (value, limit) => value <= limit,
};

/** The same four words for all ways to say them. */
function boundOf(word: string): (typeof BOUNDS)[string] | undefined {
  const said = word.toLowerCase();
  if (/^(?:≤|<=|at most|no more than)$/.test(said)) return BOUNDS["at most"];
  if (/^(?:≥|>=|at least)$/.test(said)) return BOUNDS["at least"];
  return /^(?:<|below|under|less|fewer|lower)/.test(said) ? BOUNDS.below : BOUNDS.above;
}

/** One number in the output, of the same unit, is held against the bound; several may mean anything. */
function compareNumber(groups: Record<string, string>, said: string): Comparison {
  const limit = toNumber(groups.value ?? "");
  const unit = groups.unit ?? "";
  const holds = boundOf(groups.word ?? "");
  const found = [...said.matchAll(/(?<![\w.,])-?(\d[\d.,]*)\s?(%|[a-zµ]+(?:\/s)?\b)?/gi)];
  const fitting = unit === "" ? found : found.filter((hit) => hit[2]?.toLowerCase() === unit.toLowerCase());
  const [only] = fitting;
  if (!only || limit === null || !holds) return unclear(`No number${unit && ` in ${unit}`} to compare with.`);
  if (fitting.length > 1) return unclear("There is more than one number in it.");
  // An "error rate" may be low; a bare number beside an error may be its code.
  if (unit === "" && TROUBLE.test(said)) return unclear("It speaks of trouble as well.");
  if (/[/:]\d|\d[/:-]\d/.test(said)) return unclear("It is not plain which number is meant.");
  const value = toNumber(only[1] ?? "");
  if (value === null) return unclear("The number cannot be read for sure.");
  const signed = only[0].startsWith("-") ? -value : value;
  const shown = only[0].trim();
  const asked = `${groups.word} ${groups.value}${unit}`;
  return holds(signed, limit) ? matches(`${shown} is ${asked}.`) : differs(`${shown} is not ${asked}.`);
}

/** Null for "1,5" and "1.000.000": who wrote it meant one thing, and a reader may take it for another. */
function toNumber(text: string): number | null {
  const trimmed = trimEndOf(text, (sign) => sign === "." || sign === ",");
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(trimmed)) return Number(trimmed.replaceAll(",", ""));
  return /^\d+(?:\.\d+)?$/.test(trimmed) ? Number(trimmed) : null;
}

function compareStatus(code: string, wanted: string, said: string): Comparison {
  const whole = /^[1-5]\d\d$/.exec(said)?.[0];
  const heads = [...said.matchAll(/\bHTTP\/[\d.]+["\s]+([1-5]\d\d)\b/g)].map((hit) => hit[1]);
  // The last answer counts: redirects come before it.
  const found = whole ?? heads.at(-1);
  if (found === undefined)
    return FIGURE.test(wanted) ? compareFigure(wanted, said) : unclear("No status to compare with.");
  return found === code ? matches(`The status is ${code}.`) : differs(`The status is ${found}.`);
}

function compareFigure(wanted: string, said: string): Comparison {
  const whole = /^-?\d[\d.,]*\s?%?$/.test(said);
  if (!whole) return unclear("There is more in it than a number.");
  const [one, other] = [wanted, said].map((text) => text.replace(/\s/g, ""));
  if (one === other) return matches("The output says just that.");
  const [figure, found] = [one, other].map((text) => toNumber((text ?? "").replace("%", "")));
  if (figure == null || found == null || one?.endsWith("%") !== other?.endsWith("%")) {
    return unclear("The numbers cannot be compared for sure.");
  }
  return figure === found ? matches(`It is ${found}.`) : differs(`It is ${said}.`);
}

/** A sentence is looked for as it stands; other words may say the same, or not. */
function compareSentence(wanted: string, lines: string[]): Comparison {
  const needle = plain(wanted);
  const hit = lines.find((line) => plain(line).includes(needle));
  if (hit) {
    const around = [plain(hit).replace(needle, " "), ...lines.filter((line) => line !== hit)].join("\n");
    return TROUBLE.test(around)
      ? unclear("It says that, and speaks of trouble as well.")
      : matches("The output says that.");
  }
  const words = needle.split(/\W+/).filter((word) => word.length > 3);
  const said = lines.join("\n").toLowerCase();
  return words.length > 1 && !words.some((word) => said.includes(word.toLowerCase()))
    ? differs("The output says none of it.")
    : unclear("The words are not the same.");
}

/** A word must stand by itself in every line that has a say, with no trouble beside it. */
function compareWord(wanted: string, lines: string[]): Comparison {
  const json = readJson(lines.join("\n"));
  if (json) return compareJson(wanted, json);
  const [only] = lines;
  if (only !== undefined && lines.length === 1 && /^[\w-]+$/.test(unquote(only))) {
    return compareSingleWord(wanted, unquote(only));
  }
  const word = new RegExp(String.raw`(?<![\w-])${literally(wanted)}(?![\w-])`);
  const rows = isHeader(lines[0] ?? "") ? lines.slice(1) : lines;
  const hits = rows.filter((row) => word.test(row));
  if (hits.length === 0) {
    return rows.some((row) => row.toLowerCase().includes(wanted.toLowerCase()))
      ? unclear("A word like it is there, and not just this one.")
      : differs("The output does not say it.");
  }
  if (hits.length < rows.length) return unclear(`${hits.length} of ${rows.length} lines say it.`);
  const around = rows.map((row) => row.replace(word, " ")).join("\n");
  if (TROUBLE.test(around)) return unclear("It says that, and speaks of trouble as well.");
  return matches(rows.length === 1 ? "The output says it." : `All ${rows.length} lines say it.`);
}

/** One word and nothing else: capitals make no other word of it, and what is around it ("un", "-ish") does. */
function compareSingleWord(wanted: string, said: string): Comparison {
  return said.toLowerCase() === wanted.toLowerCase()
    ? matches("The output says it, in other capitals.")
    : differs(`It says ${said.length > 40 ? "another word" : said}.`);
}

/** Words in capitals over columns. */
const isHeader = (line: string) => /^[A-Z][A-Z0-9 ()%/_-]{3,}$/.test(line) && /\s/.test(line);

function compareJson(wanted: string, values: unknown[]): Comparison {
  const texts = values.map(String);
  const hits = texts.filter((text) => text === wanted);
  if (hits.length === texts.length && hits.length > 0) return matches("Every value in it is that.");
  if (hits.length > 0) return unclear(`${hits.length} of ${texts.length} values say it.`);
  return texts.some((text) => text.toLowerCase().includes(wanted.toLowerCase()))
    ? unclear("A word like it is there, and not just this one.")
    : differs("No value in it is that.");
}

/** The innermost values of a JSON text; null when it is none. */
function readJson(text: string): unknown[] | null {
  if (!/^[[{]/.test(text)) return null;
  try {
    return leavesOf(JSON.parse(text));
  } catch {
    return null;
  }
}

function leavesOf(value: unknown): unknown[] {
  if (typeof value !== "object" || value === null) return [value];
  return Object.values(value).flatMap(leavesOf);
}

/** The lines that say something: without colours, blank ones, and the prompt with the command behind it. */
function readLines(output: string): string[] {
  return output
    .replace(ANSI, "")
    .split(/\r?\n|\r/)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !PROMPT.test(line));
}

const ESCAPE = String.fromCharCode(27);
const ANSI = new RegExp(`${ESCAPE}(?:\\[[0-9;?]*[A-Za-z]|\\][^\\u0007${ESCAPE}]*\\u0007)`, "g");
const PROMPT = /^(?:\$(?:\s|$)|>\s|[\w.-]{1,80}@[\w.-]{1,80}[^$#]{0,80}[$#](?:\s|$))/;

const plain = (text: string) =>
  text
    .replace(/[“”"'`]/g, "")
    .replace(/\s+/g, " ")
    .trim();

function unquote(text: string): string {
  return /^(["'`])(.*)\1$/s.exec(text)?.[2] ?? text;
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`);
}

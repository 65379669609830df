import { type Call, hasFlag } from "./call";
import { change, danger, disruption, READ, type RiskFinding } from "./finding";
import { describeTarget } from "./target";
import { wordList } from "./word-list";

export type RuleLevel = "read" | "change" | "disruption" | "danger";

/**
 * What a program does at some of its subcommands. `at` holds the subcommand's words, then flags that must be there:
 * `rollout restart`, `scale --replicas=0`, `push --force|-f`. `|` parts alternatives, `*` stands for any one word or
 * part of a word, `...` for up to four subcommand words, `+` for at least one more argument.
 */
export type Rule = readonly [level: RuleLevel, at: string, reason?: string];

/** Programs that share their subcommands. All lists are written as words between blanks. */
export type FamilyTable = {
  programs: string;
  /** Flags that take the next word as value; `any` for families in which nearly all long flags do. */
  values?: string;
  /** With `any`: flags that take none. */
  switches?: string;
  /** Words for the target and the flags that hold them: `{ "in namespace": "-n --namespace" }`. */
  scope?: Readonly<Record<string, string>>;
  /** Flags that name the thing itself where no argument does: `--name --instance-ids`. */
  names?: string;
  /** Read from top to bottom, the first that fits decides; where none does, the program only reads. */
  rules: readonly Rule[];
};

type Pattern = { words: readonly (RegExp | "...")[]; needsMore: boolean; flags: readonly FlagTest[][] };
type FlagTest = { name: string; value: RegExp | null };
type CompiledRule = { level: RuleLevel; pattern: Pattern; reason: string };

export type Family = {
  takesValue: ReadonlySet<string>;
  takesAny: boolean;
  switches: ReadonlySet<string>;
  scope: readonly { words: string; flags: readonly string[] }[];
  names: readonly string[];
  rules: readonly CompiledRule[];
};

/** What a rule says of a call, and how many of the arguments are subcommand words. */
export type FamilyMatch = { finding: RiskFinding; depth: number };

/** Makes tables ready to be looked up by program name. Throws when two name the same program. */
export function compileFamilies(tables: readonly FamilyTable[]): ReadonlyMap<string, Family> {
  const families = new Map<string, Family>();
  for (const table of tables) {
    const values = wordList(table.values);
    const family: Family = {
      takesValue: new Set(values),
      takesAny: values.includes("any"),
      switches: new Set(wordList(table.switches)),
      scope: Object.entries(table.scope ?? {}).map(([words, flags]) => ({ words, flags: wordList(flags) })),
      names: wordList(table.names),
      rules: table.rules.map(([level, at, reason]) => ({
        level,
        pattern: compile(at),
        reason: reason ?? "",
      })),
    };
    for (const program of wordList(table.programs)) {
      if (families.has(program)) throw new Error(`Two tables name ${program}.`);
      families.set(program, family);
    }
  }
  return families;
}

/** The first rule of the family that fits the call; null when none does. */
export function matchFamily(family: Family, call: Call): FamilyMatch | null {
  for (const { level, pattern, reason } of family.rules) {
    const depth = matchWords(pattern, call.args);
    if (depth === null) continue;
    if (!pattern.flags.every((any) => any.some(({ name, value }) => hasFlag(call, name, value)))) continue;
    if (level === "read") return { finding: READ, depth };
    const target = describeTarget(call, depth, family);
    if (level === "danger") return { finding: danger(reason, target), depth };
    return { finding: level === "change" ? change(reason, target) : disruption(reason, target), depth };
  }
  return null;
}

function compile(at: string): Pattern {
  const words: (RegExp | "...")[] = [];
  const flags: FlagTest[][] = [];
  let needsMore = false;
  for (const token of wordList(at)) {
    if (token.startsWith("-")) flags.push(token.split("|").map(readFlagTest));
    else if (token === "+") needsMore = true;
    else words.push(token === "..." ? token : globs(token));
  }
  return { words, needsMore, flags };
}

function readFlagTest(text: string): FlagTest {
  const [, name = text, value] = /^([^=]+)=(.*)$/.exec(text) ?? [];
  return { name, value: value === undefined ? null : globs(value) };
}

function globs(token: string): RegExp {
  const parts = token
    .split("|")
    .map((part) => part.replace(/[.+?^$()[\]{}\\]/g, "\\$&").replace(/\*/g, ".*"));
  return new RegExp(`^(?:${parts.join("|")})$`, "is");
}

/** How many arguments the words of the pattern took; null when they do not fit. */
function matchWords({ words, needsMore }: Pattern, args: readonly string[]): number | null {
  const skips = words[0] === "..." ? 4 : 0;
  const rest = skips > 0 ? words.slice(1) : words;
  for (let skip = 0; skip <= skips; skip++) {
    if (skip > 0 && !/^[a-z][\w:-]*$/.test(args[skip - 1] ?? "")) return null;
    const fits = rest.every((word, i) => word === "..." || word.test(args[skip + i] ?? ""));
    const depth = skip + rest.length;
    if (fits && args.length >= depth + (needsMore ? 1 : 0)) return depth;
  }
  return null;
}

import { hostOfSsh, isShell, runsCode } from "../shell/interpreters";
import { isSqlClient, SQL_FLAG } from "../sql/sql-clients";
import { SQL_ONLY } from "../sql/sql-lexer";
import { type Argument, type ArgumentPlace, type Span, shiftSpan as shift } from "./shell-arguments";

type Nested = { language: "shell" | "sql" | "code"; text: string; hole: Span; holes: readonly Span[] };

/** These give what stands behind `-c` to the shell of another person. */
const LOGIN = /^(?:su|runuser)$/;
/** The first argument that is no option is a program. */
const PROGRAM_READER = /^(?:[gmn]?awk|sed|jq|yq)$/;
const CODE_FLAG = /^-[a-zA-Z]{0,3}[ceEr]$|^--(?:eval|command|expression)$|^-Command$|^(?:runner|eval)$/;
/** What stands behind these is a value to jq and awk. */
const VALUE_FLAG = /^--(?:arg|argjson|slurpfile|rawfile)$/;
const JOINING = /^(?:ssh|watch|eval)$/;
const WATCH_VALUE = /^-n$|^--interval$/;

/** The language that an argument is written in, when the program is known to read one; null for plain text. */
export function argumentLanguage(place: ArgumentPlace): Nested | null {
  const { words, index, argument, hole } = place;
  if (index <= 0) return null;
  const names = words.map((word) => word.text.replace(/^.*\//, ""));
  const before = names.slice(0, index);
  const joined = joinedShell(words, names, index, hole);
  if (joined) return joined;
  const last = before.at(-1) ?? "";
  const flag = /^(--[\w-]+)=/.exec(argument.text)?.[0] ?? "";
  const from = hole.start >= flag.length ? flag.length : 0;
  const option = flag === "" ? last : flag.slice(0, -1);
  const nested = (language: Nested["language"]): Nested => ({
    language,
    text: argument.text.slice(from),
    hole: shift(hole, -from),
    holes: argument.holes.map((other) => shift(other, -from)).filter((other) => other.start >= 0),
  });
  if (/^-\w*c$|^--command$/.test(option) && before.some((name) => isShell(name) || LOGIN.test(name)))
    return nested("shell");
  if (option === "--command" && before.includes("ssh")) return nested("shell");
  if (SQL_FLAG.test(option) && before.some(isSqlClient)) return nested("sql");
  if (SQL_ONLY.test(argument.text.trimStart()) && /\s/.test(argument.text.trim())) return nested("sql");
  const isWhole = hole.start === 0 && hole.end === argument.text.length;
  return !isWhole && isCode(before, option) ? nested("code") : null;
}

function isCode(before: readonly string[], option: string): boolean {
  if (before.some(runsCode)) return CODE_FLAG.test(option);
  const isValue = option === "-v" || VALUE_FLAG.test(before.at(-2) ?? "");
  return !isValue && before.some((name) => PROGRAM_READER.test(name));
}

/** `ssh host …`, `watch …` and `eval …` join their words and give them to a shell. */
function joinedShell(
  words: readonly Argument[],
  names: readonly string[],
  index: number,
  hole: Span,
): Nested | null {
  const program = names.findIndex((name, i) => i < index && JOINING.test(name) && isStart(names, i));
  const name = names[program];
  if (program < 0 || name === undefined) return null;
  let first = program + 1;
  if (name === "ssh") first = hostOfSsh(names, program) + 1;
  else while (names[first]?.startsWith("-")) first += WATCH_VALUE.test(names[first] ?? "") ? 2 : 1;
  if (index < first) return null;
  let text = "";
  const holes: Span[] = [];
  let own = hole;
  words.slice(first).forEach((word, i) => {
    if (i > 0) text += " ";
    if (first + i === index) own = shift(hole, text.length);
    holes.push(...word.holes.map((other) => shift(other, text.length)));
    text += word.text;
  });
  return { language: "shell", text, hole: own, holes };
}

/** The word is a program rather than an argument that happens to be called like one. */
function isStart(names: readonly string[], at: number): boolean {
  return (
    at === 0 ||
    names
      .slice(0, at)
      .every((name) => /^(?:sudo|env|time|nohup|exec|command|timeout|\d+\w?|-.*|\w+=.*)$/.test(name))
  );
}

import { hasColumns, isVersionLine, SENTENCE } from "./printed-lines";
import { ORDINARY, PROGRAMS } from "./program-names";
import { startsLikeCommand } from "./programs";

/** Lines that a program prints and nobody types, outside quotes and here-documents. */
const SHAPES: readonly RegExp[] = [
  /^(?=.*\s{2})[A-Z][A-Z0-9_():/%-]*(?:\s+[A-Z][A-Z0-9_():/%-]*)+$/, // NAME   READY
  /^[{[]\s*$/,
  /^\s*"[\w.$-]+"\s*:/,
  /^[}\]],?\s*$/,
  /^[{[]\s*(?:"|\{|[}\]]$)/,
  /^\[?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d/,
  /^\[?(?:INFO|WARN|WARNING|ERROR|DEBUG|FATAL|TRACE)\b[\]:]?\s/,
  /^\[[\w.:/-]+\] (?:[A-Z]|$)/, // [preflight] Running checks
  /^\[ *\d+\.\d+\] \S/,
  /^(?:level|time|ts|msg)=\S/,
  /^[IWEF]\d{4} \d\d:\d\d/,
  /^HTTP\/\d(?:\.\d)? \d{3}/,
  /^[\w.-]+\/[\w.-]+ (?:[a-z]+ed|unchanged|condition met)\b/,
  /^(?:"[^"/]*"|'[^'/]*')$/,
  /^# (?:HELP|TYPE) [a-z]/,
  /^(?:pod|node|deployment|service|secret|namespace) "[^"]+" (?:deleted|created|cordoned|drained)/,
  /^\[?(?:\.\.\.|…)\]?\s*$/,
  /^\|.*\|\s*$/,
  /^\+-[-+]+\+\s*$/,
  /^=+> /,
  /^\w+=\w+ +\d+ /, // notBefore=Jan  1 00:00:00
  /^\(integer\) \d/,
  /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]\d \d\d:\d\d/,
  /^[-=]{4,}\s*$/,
  /^total \d+\s*$/,
  /^[d-][rwx-]{9}\s/,
  /^(?:Error|Warning|error|fatal|Traceback|panic):? /,
  /^\(\d+ rows?\)/,
  /^(?:Active|Loaded|Main PID|Name|Namespace|Labels|Annotations|Status|Events):\s/,
  /^<(?![A-Z_ ]+>)[!?/a-zA-Z][^>]*>\s*$/,
  /^(?:Successfully|[A-Z][a-z]+(?:ed|ing)) \S/,
  /^\d+ \w+\.go:\d+\]/,
  /^(?:-\w, )?--[\w-]+(?: \w+)?\s{2,}\S/,
];

/** The line looks printed, not typed. */
export function isOutputLike(line: string): boolean {
  const text = line.trim().slice(0, 300);
  return text !== "" && SHAPES.some((shape) => shape.test(text));
}

/** Names of objects, hashes, and more bare words than a command has without a single option. */
const BARE: readonly RegExp[] = [
  /^[\w-]+(?:[./:][\w-]+)*[.:][\w-]+$/,
  /^[a-z]+ing \S/,
  /^(?=[a-f]*\d)[\da-f]{7,40}(?:\s|$)/,
  /^\S+(?: \S+){5,}$/,
  /^[\w.-]+:\s|(?::|\.\.\.)$/,
  SENTENCE,
];

/**
 * The line looks printed below a command: it has the shape of output, or no shape that a command could have. `isDirect`
 * says that nothing stands between the two.
 */
export function isPrintedBelow(line: string, isDirect = false): boolean {
  if (isOutputLike(line) || isVersionLine(line)) return true;
  const text = line
    .trim()
    .slice(0, 300)
    .replace(/\s#\s.*$/, "")
    .trimEnd();
  if (/^[a-z][\w-]* (?:is|are|was|to|of|has|will) (?!.*(?: -|["'$|]))/.test(text)) return true;
  if (text === "") return false;
  // `nginx     1/1     Running`: a program's name in a table.
  if (startsLikeCommand(line)) return hasColumns(text) && !/\s-|["'$|;=<>]/.test(text);
  // `--option` on a line of its own goes on with a command whose `\` was forgotten.
  if (/^--?\w/.test(text)) return false;
  if (/^\s|\t/.test(line)) return true;
  if (/^[\dA-Z]/.test(text) || /^[^\w\s$<({[./~"'!:\\]/.test(text)) return !/^(?:YOUR|MY)_/.test(text);
  if (/^\[(?![\s[])/.test(text)) return !startsLikeCommand(text.replace(/^\[[^\]]*\]\s*/, ""));
  if (hasColumns(text) || /^[\w.-]+: /.test(text)) return true;
  // `true`, `running`, `cart-6c9d7f5b8-kq2lx`: a single word right below a command is its answer.
  if (isDirect && /^(?:\w+|[a-z][\w-]*-(?=[a-z]*\d)[\da-z]+)$/.test(text)) return true;
  if (/["'$<[{]|\s-/.test(text)) return false;
  return BARE.some((shape) => shape.test(text));
}

/** A command without doubt, also between lines of output: a program that is no everyday word, and its arguments. */
export function isSurelyCommand(line: string): boolean {
  const program = /^(?:sudo\s+)?([a-z][\w.-]*)\s+(?![=:] )\S/.exec(line)?.[1];
  if (program === undefined || !PROGRAMS.has(program) || ORDINARY.has(program)) return false;
  return !isOutputLike(line) && !hasColumns(line) && !SENTENCE.test(line) && !/[.:]$/.test(line.trim());
}

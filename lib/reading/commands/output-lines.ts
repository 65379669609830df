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

/** `psql (PostgreSQL) 14.2`, `nginx version: nginx/1.24.0`: a program tells its version. */
export function isVersionLine(line: string): boolean {
  return /^[A-Za-z][\w-]*(?:(?: [A-Za-z]\w*)? (?:\([^)]*\) |version:? (?:[\w-]+\/)?)v?\d[\w.+-]*| v?\d+\.\d+\.\d+(?:[-+][\w.]+)?)(?:[,( ].*)?$/.test(
    line.trim().slice(0, 300),
  );
}

/** A record that a program logs as JSON, one a line. */
export function isLogRecord(line: string): boolean {
  return /^\s*\{(?=.*"(?:level|severity|lvl|msg|message)"\s*:).*"(?:ts|time|timestamp|@timestamp|asctime|date|level|severity)"\s*:.*\}\s*$/.test(
    line,
  );
}

const COLUMNS = /\S {2,}(?![#\\|>&"'-])\S.*? {2,}(?![#\\|>&"'-])\S|\S(?: {3,}|\t)(?![#\\|>&"'-])\S/;
const SENTENCE = /\s(?:the|this|that|is|are|was|has|have|been|for|with|will|to|of|not|from)(?:\s|$)/;

/** Names of objects, hashes, and more bare words than a command has without a single option. */
const BARE: readonly RegExp[] = [
  /^[\w-]+(?:[./:][\w-]+)*[.:][\w-]+$/,
  /^[a-z]+ing \S/,
  /^(?=[a-f]*\d)[\da-f]{7,40}(?:\s|$)/,
  /^\S+(?: \S+){5,}$/,
  /^[\w.-]+:\s|(?::|\.\.\.)$/,
  /\s(?:the|this|that|is|are|was|has|have|been|for|with|will|to|of|not|from)(?:\s|$)/,
];

/**
 * The line looks printed below a command: it has the shape of output, or no shape that a command could have. `isDirect`
 * says that nothing stands between the two.
 */
export function isPrintedBelow(line: string, isDirect = false): boolean {
  if (isOutputLike(line) || isVersionLine(line)) return true;
  const text = line.trim().slice(0, 300);
  if (/^[a-z][\w-]* (?:is|are|was|to|of|has|will) (?!.*(?: -|["'$|]))/.test(text)) return true;
  if (text === "") return false;
  // `nginx     1/1     Running`: a program's name in a table.
  if (startsLikeCommand(line)) return COLUMNS.test(text) && !/\s-|["'$|;=<>]/.test(text);
  // `--option` on a line of its own goes on with a command whose `\` was forgotten.
  if (/^--?\w/.test(text)) return false;
  if (/^\s|\t/.test(line)) return true;
  if (/^[\dA-Z]/.test(text) || /^[^\w\s$<({[./~"'!:\\]/.test(text)) return !/^(?:YOUR|MY)_/.test(text);
  if (/^\[(?![\s[])/.test(text)) return !startsLikeCommand(text.replace(/^\[[^\]]*\]\s*/, ""));
  if (COLUMNS.test(text) || /^[\w.-]+: /.test(text)) return true;
  // `true`, `running`, `cart-6c9d7f5b8-kq2lx`: a single word right below a command is its answer.
  if (isDirect && /^(?:\w+|[a-z][\w-]*-(?=[a-z]*\d)[\da-z]+)$/.test(text)) return true;
  if (/["'$<[{]|\s-/.test(text)) return false;
  return BARE.some((shape) => shape.test(text));
}

/** A sentence of English, which no command is. */
export function isSentence(line: string): boolean {
  const text = line.trim().slice(0, 300);
  return (
    /^[A-Z][\w'’-]*,? \S/.test(text) &&
    (SENTENCE.test(text) || / (?:and|can(?:no|')?t|could|in|on) /.test(text))
  );
}

/** What a program says when it fails: `psql: error: …`, `connection to server at …, port 5432 failed: …` */
export function isComplaint(line: string): boolean {
  const text = line.slice(0, 300);
  if (
    /^[\w./-]+: (?:error|fatal|warning|cannot|can't|unable to|command not found|permission denied|no such)\b/i.test(
      text,
    )
  )
    return true;
  return (
    /^[a-z]\w* [^|;&]*\w[,:] \w/.test(text) &&
    SENTENCE.test(text) &&
    !/ --?\w/.test(text) &&
    !startsLikeCommand(text)
  );
}

/** Values in columns, with room between them. */
export function hasColumns(line: string): boolean {
  return COLUMNS.test(line.trim().slice(0, 300));
}

/** The names of a table's columns, with `----+----` below them. */
export function isTableHead(line: string, next: string): boolean {
  return /^\s*\+?-+(?:\+-+)+\+?\s*$/.test(next) && /^[\s\w?().%-]+(?:\|[\s\w?().%-]+)+$/.test(line);
}

/** A command without doubt, also between lines of output: a program that is no everyday word, and its arguments. */
export function isSurelyCommand(line: string): boolean {
  const program = /^(?:sudo\s+)?([a-z][\w.-]*)\s+(?![=:] )\S/.exec(line)?.[1];
  if (program === undefined || !PROGRAMS.has(program) || ORDINARY.has(program)) return false;
  return !isOutputLike(line) && !COLUMNS.test(line) && !SENTENCE.test(line) && !/[.:]$/.test(line.trim());
}

const QUERY_SHAPES: readonly RegExp[] = [
  /^\w+:\S+ (?:AND|OR|NOT) \S/,
  /^\s*(?:db|rs|sh)\.[a-zA-Z_][\w.]*\(/,
  /^\s*[([\s]*(?:sum|avg|min|max|count|topk|bottomk|rate|irate|increase|histogram_quantile|label_replace|absent|delta|quantile|sort_desc|predict_linear|count_values|clamp_min|scalar|group|changes|deriv|time)\s*(?:by|without)?\s*\(/,
  /^\s*[a-z_:][\w:]*\{[^{}]*(?:=~|!~|!=|=)\s*["'`]/i,
  /^\s*\{\s*[\w.]+\s*(?:=~|!~|!=|=)\s*"/,
  /\[\d+[smhdwy](?::[^\]]*)?\]\s*\)/,
  /^\s*(?:ALERTS|up)\b\s*(?:\{|==|$)/,
  /^\s*\(?[a-z][a-z0-9]*(?:[_:][a-z0-9]+){2,}\s*(?:[)/*+<>-]|==|\{|\[|$)/,
];

/** PromQL, LogQL or the language of a mongo shell. */
export function isQueryLike(line: string): boolean {
  return QUERY_SHAPES.some((shape) => shape.test(line.slice(0, 300)));
}

/** A line of YAML, JSON, TOML or HCL that stands in a file. */
export function isConfigLike(line: string): boolean {
  return (
    /^\s*(?:- )?["']?[\w./@-]+["']?:(?:\s+\S.*)?$/.test(line) ||
    /^[\w-]+(?:\.[\w-]+)+\s*=/.test(line) ||
    /^\s*[{[]\s*$/.test(line) ||
    /^\s*\{\s*"[\w-]+"\s*:/.test(line) ||
    /^\s*\[+[\w."-]+\]+\s*$/.test(line) ||
    /^\s*(?:resource|module|variable|provider|data|output|locals)\b[^|]*\{\s*$/.test(line) ||
    /^\s*<[!?/]?[A-Za-z][^>]*>(?:$|[^/]*<\/[\w:-]+>\s*$)/.test(line)
  );
}

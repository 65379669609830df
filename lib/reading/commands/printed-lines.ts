import { startsLikeCommand } from "./programs";

const COLUMNS = /\S {2,}(?![#\\|>&"'-])\S.*? {2,}(?![#\\|>&"'-])\S|\S(?: {3,}|\t)(?![#\\|>&"'-])\S/;

/** Words of English that no command holds among its bare words. */
export const SENTENCE = /\s(?:the|this|that|is|are|was|has|have|been|for|with|will|to|of|not|from)(?:\s|$)/;

/** `psql (PostgreSQL) 14.2`, `nginx version: nginx/1.24.0`: a program tells its version. */
export function isVersionLine(line: string): boolean {
  return /^[A-Za-z][\w-]*(?:(?: [A-Za-z]\w*)? (?:\([^)]*\) |version:? (?:[\w-]+\/)?)v?\d[\w.+-]*| v?\d+\.\d+\.\d+(?:[-+][\w.]+)?)(?:[,( ].*)?$/.test(
    line.trim().slice(0, 300),
  );
}

const RECORD_KEYS: readonly RegExp[] = [
  /"(?:level|severity|lvl)"\s*:/,
  /"(?:ts|time|timestamp|@timestamp|asctime)"\s*:/,
  /"(?:msg|message)"\s*:/,
];

/** One word that programs answer with, the name of a pod, encoded text: `active`, `cart-6c9d7f5b8-kq2lx`, `c2VjcmV0`. */
export function isAnswerWord(line: string): boolean {
  if (/^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[\w+/]{8,}$/.test(line.trim())) return true;
  return /^(?:(?:in)?active|enabled|disabled|masked|failed|succeeded|running|stopped|started|ready|pending|healthy|unhealthy|true|false|null|none|ok|success|pong|yes|no|done|[a-z][\w-]*-[b-df-hj-np-tv-xz2456789]{5})$/i.test(
    line.trim(),
  );
}

/** The command does nothing but print one value. */
export function printsOneWord(command: string): boolean {
  return /\bbase64 (?:-\w*[dD]|--decode)\b|\bjq (?:-\w+ )*-\w*r|jsonpath=|\bcurrent-context\b|\bis-(?:active|enabled)\b|^(?:sudo )?(?:whoami|hostname|pwd|which|uname|getenforce|echo|printenv)\b/.test(
    command,
  );
}

/** A record that a program logs as JSON, one a line. */
export function isLogRecord(line: string): boolean {
  const text = line.trim();
  const head = text.slice(0, 1000);
  return text.startsWith("{") && text.endsWith("}") && RECORD_KEYS.filter((key) => key.test(head)).length > 1;
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

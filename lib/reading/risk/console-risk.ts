import { change, danger, disruption, READ, type RiskFinding, worstOf } from "./finding";
import { findRequestRisk } from "./http-risk";
import { findVerb, splitName } from "./verbs";

/** Methods that only change a value in the console's own memory, though their names say more. */
const LOCAL =
  /^(?:delete_if|delete_at|remove(?:prefix|suffix)|strip|reset_index|set_index|to_set|setdefault|merge|update_columns_hash|sort|push|append|add|test|count|apply|load|start_with|startswith|run|send|public_send|generate|open|set|format)$/;
/** Method names that no verb at their beginning gives away. */
const DANGEROUS =
  /^(?:rmtree|rm_rf|rm_r|rm_f|rm|unlink|rmdir|flushall|flushdb|flush_all|killop|shutdownserver|dropdatabase|bulk_destroy|expunge|find_and_remove|findanddelete|findoneanddelete|findoneandremove|truncate_tables|kill)$/;
const DISRUPTIVE = /^(?:stepdown|rs_stepdown|stopbalancer|fsynclock|pause|freeze|refreshsessionsnow)$/;
/** Console objects whose changes matter: a changed value of the program's own memory is no change. */
const WRITES =
  /^(?:save|create|update|insert|upsert|replaceone|bulkwrite|find_or_create_by|findandmodify|findoneandupdate|increment|decrement|touch|toggle|enable|perform_async|perform_now|perform_in|perform_later|enqueue|execute|call|reindex|rebuild|migrate|createindex|setex|hset|lpush|rpush|expire|add_user|approve|write|store|assign|grant|import|restore|retry|requeue)$/;

/**
 * What text for a console does that the portal cannot parse (Ruby, Python, mongo and the like): by the names of the
 * methods it calls, never by words in strings, comments, or names that are only read.
 */
export function findConsoleRisk(text: string): RiskFinding {
  const request = /^\s*(DELETE|POST|PUT|PATCH|GET)\s+(\/?[\w./<>{}$*-]+)/.exec(text);
  if (request) return findRequestRisk(request[1] ?? "", request[2] ?? "", text);
  const code = withoutStrings(text).replace(/(?:^|\s)(?:#(?!\{)|\/\/|--\s).*$/gm, " ");
  return worstOf([...calls(code).map(readName), ...services(code)]);
}

/** Strings become empty ones; a quote that its line does not close stays as it stands. */
function withoutStrings(text: string): string {
  return text.split("\n").map(withoutStringsOfLine).join("\n");
}

function withoutStringsOfLine(line: string): string {
  let code = "";
  // Behind a quote that nothing closes no other of its kind is closed: it is looked for once.
  const unclosed = new Set<string>();
  for (let at = 0; at < line.length; ) {
    const sign = line[at] ?? "";
    const isQuote = /["'`]/.test(sign) && !unclosed.has(sign);
    const end = isQuote ? endOfString(line, at) : null;
    if (isQuote && end === null) unclosed.add(sign);
    code += end === null ? sign : "''";
    at = end ?? at + 1;
  }
  return code;
}

/** Offset behind the quote that closes the one at `start`; null when the line holds none. */
function endOfString(line: string, start: number): number | null {
  for (let at = start + 1; at < line.length; at++) {
    if (line[at] === "\\") at++;
    else if (line[at] === line[start]) return at + 1;
  }
  return null;
}

/** Attributes whose names begin with a verb: `delete_error`, `removed_at`. */
const ATTRIBUTE =
  /_(?:error|errors|at|by|on|status|state|reason|count|url|path|date|time|id|ids|key|keys|flag|user|log|logs|policy|message)$/;

/** Names in the place of a call: `.name`, `name(` and Ruby's `name arg` at a line's start. */
function calls(code: string): { name: string; owner: string }[] {
  const found: { name: string; owner: string }[] = [];
  for (const match of code.matchAll(
    /(?:([\w)\]}'?!>]{0,80})\s{0,80}(?:&?\.|->|::))?\b([A-Za-z_]\w*[!?]?)(\s*\()?/g,
  )) {
    const [, owner, name = "", paren] = match;
    const at = match.index;
    const isRead =
      name.endsWith("?") ||
      (paren === undefined && ATTRIBUTE.test(name)) ||
      /^\s*(?:=(?!=|~)|\+=|:\s)/.test(code.slice(at + match[0].length));
    if (isRead) continue;
    if (owner !== undefined || paren !== undefined) found.push({ name, owner: owner ?? "" });
    else if (name.includes("_") && isFirst(code, at)) found.push({ name, owner: "" });
  }
  return found;
}

/** Nothing but blanks stands between the place and the start of its line or statement. */
function isFirst(code: string, at: number): boolean {
  const before = code.slice(Math.max(0, at - 40), at);
  return /[\n;][ \t]*$/.test(before) || (at <= 40 && before.trim() === "");
}

function readName({ name, owner }: { name: string; owner: string }): RiskFinding {
  const plain = name.replace(/[!?]$/, "");
  const low = plain.toLowerCase();
  if (/^[A-Z]/.test(plain) || LOCAL.test(low)) return READ;
  const target = /^[A-Za-z_]\w*$/.test(owner) ? owner : null;
  const verb = findVerb(plain);
  if (DANGEROUS.test(low) || verb?.risk === "danger")
    return /^(?:deleted|removed)/.test(low) ? READ : danger("Deletes or stops something", target);
  if (DISRUPTIVE.test(low) || verb?.isDisruptive)
    return disruption("Restarts, rolls back or disables something", target);
  const isWrite =
    WRITES.test(low) || /^(?:update|insert|create|save|enable|write|upsert|bulk|import)/.test(low);
  return isWrite ? change("Changes data", target) : READ;
}

/** `Projects::DestroyService.new(…).execute`, `RemoveExpiredWorker.perform_async`: the class says what is done. */
function services(code: string): RiskFinding[] {
  return [
    ...code.matchAll(/(?<!::)\b((?:[A-Z]\w*::)*[A-Z]\w*)\s*\.\s*(?:new|perform\w*|call|execute|run)\b/g),
  ].flatMap(([, name = ""]) => {
    const words = splitName(name.split("::").at(-1) ?? "");
    const verbs = words
      .map((word) => findVerb(word))
      .filter((verb) => verb?.risk === "danger" || verb?.isDisruptive);
    const worst = worstOf(verbs.filter((verb) => verb !== null));
    return worst.risk === "read" ? [] : [{ ...worst, target: name }];
  });
}

import type { Token } from "./placeholder-tokens";

/** `BACKUP_NAME`, `HOST_IP`: a word in capitals that ends in a noun for a value. */
const UPPER =
  /(?<=[\s/=:@"'])[A-Z][A-Z0-9]*(?:[_-][A-Z0-9]+){0,6}[_-](?:NAME|ID|GUID|UUID|HOST|IP|PORT|URL|KEY|TOKEN|PASSWORD|PATH|DIR|FILE|BUCKET|NAMESPACE|CLUSTER|NODE|POD|REGION|ZONE|PROJECT|ACCOUNT|USER|EMAIL|NUMBER|HASH|ADDRESS|INSTANCE|BRANCH|SOURCE|ENDPOINT|SECRET|VERSION|TAG|IMAGE|ORG|REPO|DOMAIN|DATABASE|HERE)(?=[\s/"'.,;)@]|:(?!\.)|$)/g;
/** Before a name of a variable, a pattern or a header, not before a value. */
const NAMES_A_VARIABLE =
  /(?:^|[;|&(]\s*)(?:export|unset|read|local|declare)\s[^|;&]*$|(?:^|[\s;|&(])(?:printenv|envsubst|[efz]?grep|rg|sed|awk|jq|tr)\s[^|;&]*$|(?:getenv\(|environ(?:\.get)?[[(]|ENV\[|config:\w+\s+|\bsecrets?\s+(?:set|get|put|delete|remove)\s+|\s-e\s?|\s--?(?:[\w-]*env[\w-]*|argjson|arg|field|[\w-]*secrets?|build-arg)[= ]|\s-H\s?)["']?$/;
const SQL_TEXT =
  /\b(?:select\s|insert\s+into\s|update\s+\S+\s+set\s|delete\s+from\s|(?:alter|create|drop)\s+(?:table|index|view|user|role|database)\s)/i;

const VARIABLE = /\$\{?([A-Z][A-Z0-9_]*)|(?<!\S)([A-Z][A-Z0-9_]*)=/g;
/** As far back as a line is read for one word. */
const FAR = 400;

/** Words in capitals that stand for a value (`pg_restore -d DATABASE_NAME`), and are no names of shell variables. */
export function findUpperWords(text: string): Token[] {
  // Most texts hold no capitals with a sign behind them at all, and looking for that costs nothing.
  const words = /[A-Z0-9][_-]/.test(text) ? [...text.matchAll(UPPER)] : [];
  if (words.length === 0) return [];
  const variables = new Set([...text.matchAll(VARIABLE)].map((match) => match[1] ?? match[2]));
  return words
    .map((match) => ({ start: match.index, end: match.index + match[0].length, token: match[0] }))
    .filter((word) => !variables.has(word.token) && isValue(text, word));
}

/** What stands before a place on its line, the last few hundred characters of it. */
export function lineBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - FAR), at);
  return before.slice(before.lastIndexOf("\n") + 1);
}

function isValue(text: string, { start, token }: Token): boolean {
  const before = lineBefore(text, start);
  if (before.trim() === "" || /(?:^|\s)#/.test(before)) return false;
  if (SQL_TEXT.test(text.slice(Math.max(0, start - 1000), start)) || NAMES_A_VARIABLE.test(before))
    return false;
  // A path of a store of secrets holds their names.
  return !(before.endsWith("/") && /(?:KEY|TOKEN|PASSWORD|SECRET)$/.test(token));
}

import { PROGRAMS } from "./program-names";

const KEYWORDS =
  /^(?:if|for|while|until|case|select|function|then|do|done|fi|esac|else|elif)(?:\s|$)|^(?:\[\[?|\(\()\s+(?!\d+\.\d+\])\S|^\{ +[a-z]/;
/** `Restart-Service`: a verb that PowerShell approves of, and a noun. */
const CMDLET =
  /^(?:Add|Clear|Connect|Convert\w*|Copy|Disable|Disconnect|Enable|Enter|Exit|Export|Find|Format|Get|Import|Install|Invoke|Measure|Move|New|Out|Read|Register|Remove|Rename|Repair|Reset|Resolve|Restart|Resume|Save|Select|Set|Show|Start|Stop|Suspend|Test|Uninstall|Unregister|Update|Wait|Write)-[A-Z][A-Za-z]+(?:\s|$)/;
const ASSIGNMENT = /^(?:export\s+|declare\s+|local\s+|readonly\s+)?[A-Za-z_]\w*\+?=(?=\S|$)(?!=)/;

/** The line starts as a shell command does: a known program, an assignment, a keyword, `./x`, `/path/x`, `x.sh`. */
export function startsLikeCommand(line: string): boolean {
  const text = line.trimStart();
  const word = firstWord(text);
  if (isProgramWord(word) || isCmdlet(text)) return true;
  if (ASSIGNMENT.test(text)) return !/^\w+=.*\s\w+=/.test(text) || /^[A-Z_]+=/.test(text);
  return KEYWORDS.test(text) || /^\(\s*[a-z]+\s/.test(text);
}

/** The line starts with a command of PowerShell, or keeps what one gives. */
export function isCmdlet(line: string): boolean {
  return CMDLET.test(line.trimStart().replace(/^\$\w+\s*=\s*/, ""));
}

const CONSOLE_CODE =
  /^(?:[a-z_]\w* = [^=\s]|[A-Z]\w*(?:::\w+)*\.[a-z_]\w*[.(!?]?|[a-z_]\w*\.[a-z_]\w*[.([]|from [\w.]+ import |import [\w.]+$)/;

/** The line is Ruby, Python or JavaScript as it is typed into a console, and no command of a shell. */
export function isConsoleCode(line: string): boolean {
  return CONSOLE_CODE.test(line.trimStart());
}

const REDIS =
  /^(?:APPEND|AUTH|BGREWRITEAOF|BGSAVE|CLIENT|CLUSTER|CONFIG|DBSIZE|DEBUG|DEL|EVAL|EXISTS|EXPIRE|FLUSHALL|FLUSHDB|GET|HDEL|HGET|HGETALL|HLEN|HSCAN|HSET|INCR|INFO|KEYS|LASTSAVE|LATENCY|LLEN|LPOP|LPUSH|LRANGE|LREM|MEMORY|MGET|MONITOR|OBJECT|PERSIST|PEXPIRE|PING|PTTL|PUBSUB|RENAME|REPLICAOF|ROLE|RPOP|RPUSH|SADD|SCAN|SCARD|SENTINEL|SET|SETEX|SHUTDOWN|SISMEMBER|SLAVEOF|SLOWLOG|SMEMBERS|SREM|STRLEN|TTL|TYPE|UNLINK|WAIT|XACK|XINFO|XLEN|XPENDING|XTRIM|ZCARD|ZRANGE|ZREM|ZSCORE)(?: (?![=:])\S|$)/;

/** A command of redis, in capitals as its manual writes them. */
export function isRedisCommand(line: string): boolean {
  return REDIS.test(line.trimStart());
}

/** A word that names a program by list or by form. */
export function isProgramWord(word: string): boolean {
  if (PROGRAMS.has(word)) return true;
  if (/^(?:\.{1,2}|~|\$\w+|\$\{\w+\}|<[\w -]+>)?\/[\w.@%+-][\w./@%+-]*$/.test(word)) return word.length > 2;
  return /^[\w./-]+\.(?:sh|bash|py|rb|pl)$/.test(word) || isWindowsProgram(word);
}

/** `.\\tool.exe`, `C:\\tools\\tool.bat` */
function isWindowsProgram(word: string): boolean {
  return /^(?:[A-Za-z]:|\.{0,2})(?:\\[\w .-]+)*\\?[\w-]+\.(?:exe|bat|cmd|ps1|msi)$/i.test(word);
}

function firstWord(text: string): string {
  return /^[^\s|;&()]+/.exec(text)?.[0] ?? "";
}

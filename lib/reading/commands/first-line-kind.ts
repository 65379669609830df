import type { BlockKind } from "@/lib/domain/document";
import { SQL_ONLY, SQL_START } from "../sql/sql-lexer";
import { announcesAnswer, announcesCommand, announcesSettings } from "./announcements";
import { isConfigText, isFstab } from "./config-lines";
import { isOutputLike, isPrintedBelow, isSurelyCommand } from "./output-lines";
import {
  hasColumns,
  isComplaint,
  isLogRecord,
  isSentence,
  isTableHead,
  isVersionLine,
} from "./printed-lines";
import { isConsoleCode, isRedisCommand, startsLikeCommand } from "./programs";
import { isQueryLike } from "./query-lines";

/** What a block without a telling word holds: `first` is its first line that is no comment. */
export function kindOfFirstLine(
  first: string,
  lines: readonly string[],
  isShell: boolean,
  before: string,
): BlockKind {
  const text = first.trim();
  if (
    SQL_ONLY.test(text) ||
    /^[A-Z]{3,} .*;$/.test(text) ||
    /^use [\w-]+;?$/.test(text) ||
    (!isShell && SQL_START.test(text) && /^[^;]*;$/.test(text)) ||
    isQueryLike(first) ||
    (text === "(" && lines.some(isQueryLike))
  )
    return "query";
  if (!isShell && isFstab(text)) return "config";
  const request = readRequest(text);
  if (request) return request;
  const isPath =
    !isShell && lines.length === 1 && /^(?:~|\.{0,2})\/[^\s*]*$/.test(text) && !/\.(?:sh|py|rb)$/.test(text);
  if (isPath || (/^https?:\/\/\S/.test(text) && lines.length === 1)) return "other";
  const isPage =
    /^<(?:p|div|details|summary)>/.test(text) || lines.filter((line) => /^##+ \S/.test(line)).length > 1;
  if (!isShell && isPage) return "other";
  if (lines.every(isLogRecord) || isTableHead(first, lines[1] ?? "") || isComplaint(text)) return "output";
  const isAnswer = !isShell && announcesAnswer(before);
  if (isAnswer && (isOutputLike(first) || !hasArguments(first))) return "output";
  if (!isShell && isVersionLine(text)) return "output";
  if (isRedisCommand(text)) return "command";
  if (!isShell && announcesSettings(before) && !isOutputLike(first) && lines.every(isDirective))
    return "config";
  if (startsLikeCommand(first) && !isProse(lines, isShell)) return "command";
  const isConsoleText =
    /^[A-Z][\w:]*\.[a-z_]\w*[.(]/.test(text) || /\b(?:console|irb|repl|shell)\b/i.test(before);
  if (isConsoleCode(text) && isConsoleText) return "command";
  const typed = /^> (\S.*)$/.exec(text)?.[1];
  if (typed && (isShell || /console|shell/i.test(before) || /[(=;]/.test(typed) || startsLikeCommand(typed)))
    return "command";
  if (lines.some((line) => /^\s+\+--+\+/.test(line))) return "other";
  if (/[─│┌┐└┘├┤▶▼►]|<--|-->|\S (?:->|→) \S.* (?:->|→) \S/.test(lines.join("\n")) && !isOutputLike(first))
    return "other";
  if (isShell && isHelpText(lines)) return "output";
  if (/^(?:error|warning|fatal|panic)\b/i.test(text)) return "output";
  if (isConfigText(lines, isShell)) return "config";
  if (/^\[[\w .-]+\](?:\s|$)/.test(text) && !isShell) return "output";
  if (/^[{[]/.test(text) && /[}\]],?$/.test(lines.at(-1)?.trim() ?? "")) return isShell ? "output" : "config";
  if (isOutputLike(first)) return "output";
  if (
    isShell &&
    (isSentence(text) || /^[A-Z][^|;&$"'=]*: \S/.test(text) || (lines.length > 1 && lines.every(hasColumns)))
  )
    return "output";
  if (isShell) return /^- \w+ = |^\w+ = "/.test(text) ? "output" : "command";
  return lines.every((line) => /^\s*#/.test(line) || isTyped(line, announcesCommand(before)))
    ? "command"
    : "output";
}

/** `GET /health HTTP/1.1` is sent as it stands; `GET _cat/nodes` is pasted into a console. */
function readRequest(text: string): BlockKind | null {
  const path = /^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) (\S+)(?: HTTP\/\d(?:\.\d)?)?$/.exec(text)?.[1];
  if (path === undefined) return null;
  return /HTTP\/\d/.test(text) || /^(?:\/(?!_)|https?:)/.test(path) ? "config" : "query";
}

/** A line that somebody types: lower-case words, with an option, or announced as a command by the sentence before. */
function isTyped(line: string, isAnnounced: boolean): boolean {
  const text = line.trim().replace(/\s+#.*$/, "");
  if (/^<[\w -]+>(?: [\w./-]+)* --?[a-z]/.test(text)) return true;
  if (isOutputLike(line) || !/^[a-z][\w./-]*(?:\s+\S|$)/.test(text) || /[.!?:]$/.test(text)) return false;
  return isPrintedBelow(text) ? false : isAnnounced || /^[a-z][\w.-]*(?: [\w./-]+)* --?[a-z]/.test(text);
}

/** `port 5000`: words of a file, with no program that is no everyday word, no path and no option. */
function isDirective(line: string): boolean {
  return !isSurelyCommand(line) && !/^\s*[./~$]|\s--?[a-z]/.test(line);
}

/** An option, a path, a quote or another sign that prose does not hold. */
function hasArguments(line: string): boolean {
  return isSurelyCommand(line) || /\s-|[|$"'=/]/.test(line);
}

/** English that happens to begin with a program's name ("time to …", "file not found"). */
function isProse(lines: readonly string[], isShell: boolean): boolean {
  if (isShell) return false;
  const text = lines[0]?.trim() ?? "";
  return (
    /^[a-z]+ (?:is|are|was|to|not|the|of|has|will|for|with)\b/.test(text) || /^[A-Z]\w+ \w+ .*\.$/.test(text)
  );
}

function isHelpText(lines: readonly string[]): boolean {
  return lines.some((line) => /^(?:Usage|Flags|Options|Available Commands):/.test(line.trim()));
}

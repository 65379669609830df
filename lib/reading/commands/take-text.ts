import type { CodeDialect } from "./code-lines";
import { isComment } from "./comments";
import { isOutputLike } from "./output-lines";
import { isRedisCommand } from "./programs";
import { readPrompt } from "./prompts";
import { takeCode } from "./take-code";
import type { Patience, Taken } from "./take-shell";

/**
 * Console text without prompts is told apart by its statements; what never closes is kept together up to a blank line,
 * a comment or a result. Behind a prompt a command
 * goes on below `... `, an open bracket or a sign that asks for more.
 */
export function takeText(
  first: string,
  below: readonly string[],
  { isPrompted, dialect, patience }: { isPrompted: boolean; dialect: CodeDialect; patience: Patience },
): Taken {
  const code = isPrompted || isRedisCommand(first) ? null : takeCode(first, below, dialect, patience);
  if (code) return code;
  const taken = [first];
  let count = 1;
  for (const line of isRedisCommand(first) ? [] : below) {
    const typed = isPrompted ? /^\.\.\.(?: (.*))?$/.exec(line) : null;
    if (typed) {
      if (typed[1]) taken.push(typed[1]);
    } else if (isPrompted ? !isOpenText(taken) || readPrompt(line) : isTextOver(line)) break;
    else taken.push(line);
    count++;
  }
  return { pieces: [{ text: taken.join("\n").trimEnd(), glue: "\n", tail: "" }], count };
}

function isTextOver(line: string): boolean {
  return line.trim() === "" || isComment(line, "text") || isOutputLike(line);
}

function isOpenText(lines: readonly string[]): boolean {
  const text = lines.join("\n");
  if (lines.length > 100) return false;
  const open = text.match(/[([{]/g)?.length ?? 0;
  return open > (text.match(/[)\]}]/g)?.length ?? 0) || /[`^\\,]\s*$/.test(text);
}

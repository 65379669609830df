import { statementsOf } from "@/lib/domain/commands/statements-of";
import type { CommandBlock, Problem, Section } from "@/lib/domain/document";
import { placeOf, report } from "./report";

const WARNS =
  /\b(?:warn(?:ing|s)?|caution|careful(?:ly)?|danger(?:ous)?|irreversibl[ey]|destructive|(?:can(?:no|')t|not) be (?:undone|reverted|recovered)|data loss|lose|lost|permanent(?:ly)?|make sure|be sure|ensure|do not|don't|never|last resort|disrupt\w*|downtime|outage|back ?up|note that|important|attention|be aware)\b|⚠|🚨|❗|‼/i;
/** Whoever is told what the command does has been warned. */
const ANNOUNCES =
  /\b(?:(?:delet|destroy|remov|drop|purg|kill|stop|terminat|drain|evict|truncat|flush|wip(?:e|ing)|clean|uninstall|prun|reboot|restart|scal|forc|unlock|overwrit|restor|revert|detach|disabl|decommission|eras|clear|reset|recycl|replac|undo|abort|cancel)\w*|shut(?:ting)? ?down|(?:bring|take|tear)(?:ing)? down|roll(?:ing|ed)? ?back|fail(?:ing)? ?over)/i;
const LINES_BEFORE = 10;
/** Letters of a line that are looked at: a whole page in one line would be read again for each of its commands. */
const LONGEST = 2_000;

/**
 * Commands that destroy or stop something where neither the heading, the words shortly before nor the comment above
 * say so. Only words count: the command's own name is what a tired reader overlooks.
 */
export function dangerWithoutWarning(
  lines: readonly string[],
  commands: readonly CommandBlock[],
  sections: readonly Section[],
): Problem[] {
  const prose = proseOf(lines);
  return commands.flatMap((block) => {
    const danger = statementsOf(block).find((statement) => statement.risk === "danger");
    if (!danger) return [];
    const words = [
      sections.find((section) => section.id === block.sectionId)?.text ?? "",
      ...prose.slice(Math.max(0, block.line - 1 - LINES_BEFORE), block.line),
      ...block.parts.map((part) => (part.type === "note" ? part.text : (part.statement.label ?? ""))),
    ].join("\n");
    if (WARNS.test(words) || ANNOUNCES.test(words)) return [];
    const first = danger.shown.split("\n").find((line) => line.trim() !== "" && !/^\s*#/.test(line)) ?? "";
    const does = danger.riskReason ?? "Destroys or stops something";
    const message = `${does}, and no word before the command says so.`;
    return report("dangerous-without-warning", placeOf(lines, first.trim(), block.line), message);
  });
}

/** The text without its code, line by line. */
function proseOf(lines: readonly string[]): string[] {
  let fence: string | null = null;
  return lines.map((line) => {
    const mark = /^[\s>]*(?:[-*+]\s+|\d+[.)]\s+)?(`{3,}|~{3,})/.exec(line)?.[1] ?? null;
    if (fence !== null) {
      if (mark?.startsWith(fence)) fence = null;
      return "";
    }
    fence = mark;
    return mark === null ? line.slice(0, LONGEST).replace(/`[^`]*`/g, "") : "";
  });
}

import type { Element } from "hast";
import type { Cause } from "@/lib/domain/document";
import { isBlank, isElement, lineOf, oneLine, textOf, walk } from "../hast";
import { isTask, itemText, type LabelledList, labelledLists } from "./labelled-lists";
import type { Part } from "./outline";
import { filled } from "./placeholder";
import { beginsWithVerb } from "./step-lead";
import { cellText, columnsOf, tablesIn } from "./table-rows";

/** The noun, not the verb: "Possible causes", not "This can cause". */
const SPEAKS_OF_CAUSES =
  /(?:^|\b(?:root|common|possible|likely|probable|potential|typical|known|usual|main|and|the|frequent)\s+)(?:causes?|reasons?)\b/i;
const SPEAKS_OF_FIXES =
  /^(?!.*\b(?:verif|post|after|check)).*\b(?:resolutions?|resolve|remed(?:y|ies|iation)|fix(?:es)?|solutions?|mitigations?)\b/i;
/** "Common Cause 2": a number, not a cause. */
const NUMBERED = /^(?:common |possible |root )?(?:cause|reason|issue|problem)\s*[#(]?[A-Z0-9]{0,2}\)?$/i;
/** Not in brackets, where it leads through a menu: "(Observe → Metrics)". */
const ARROW = /\s*(?:→|⇒|➜)\s*(?![^()]*\))/;
/** In code these two mean something else. */
const ANY_ARROW = /\s*(?:→|⇒|➜|->|=>)\s*(?![^()]*\))/;
const CONDITION = /^(?:if|when)\s+(.+?)(?:\s*[,:]\s+(?:then\s+)?|\s+then\s+)(.+)$/i;
/** Longer items tell a story, and would hold up the patterns. */
const LONGEST = 1_000;
const KEY = /^([^:]{3,80}?):\s+(.+)$/;

/** "Fix: …" behind an arrow or a sentence names the part and is none of it. */
const FIX_KEY = /^\s*(?:fix|resolution|solution|remedy|remediation|mitigation|action)\s*:\s*/i;
const FIX_BEHIND = /[\s,;.|–—-]+(?=(?:Fix|Resolution|Solution|Remedy|Remediation|Mitigation|Action)\s*:\s)/;
/** Bold words that say when or how instead of why. */
const NO_CAUSE =
  /^(?:note|tip|info|warning|caution|important|example|option|step|action|short|long|temporary|permanent|quick|immediate|manual|automatic|before|after|otherwise|alternatively)\b/i;

type Pair = Pick<Cause, "text" | "fix">;

/** What can be the matter and what to do about it: bullets and tables of "cause → fix". */
export function readCauses(outline: readonly Part[]): Cause[] {
  const lists = labelledLists(outline).flatMap((list) => {
    const sectionId = list.part.section?.id ?? null;
    return causeItems(list).flatMap((item): Cause[] => {
      const pair = readPair(item, list);
      return pair ? [{ ...pair, sectionId, line: lineOf(item) }] : [];
    });
  });
  return [...lists, ...outline.flatMap(fromTables)].sort((a, b) => a.line - b.line);
}

/** Tasks and the numbered items of a resolution are things to do one after another, no alternatives. */
function causeItems({ label, list, items }: LabelledList): Element[] {
  const isList = SPEAKS_OF_CAUSES.test(label) || (SPEAKS_OF_FIXES.test(label) && list.tagName === "ul");
  return isList ? items.filter((item) => !isTask(item)) : [];
}

function readPair(item: Element, { label }: LabelledList): Pair | null {
  const written = itemText(item);
  if (written.length > LONGEST) return null;
  const isCauseList = SPEAKS_OF_CAUSES.test(label);
  const [, key = "", behind = ""] = KEY.exec(written) ?? [];
  const isNumbered = NUMBERED.test(key.trim());
  const words = isNumbered ? behind : written;
  const arrow = holdsCode(item) ? ARROW : ANY_ARROW;
  const [cause = "", ...fix] =
    arrow.test(words) || !isNumbered ? words.split(arrow) : words.split(FIX_BEHIND);
  if (fix.length > 0) {
    const named = isNumbered && filled(cause) === null ? key : cause.replace(/^if\s+/i, "");
    return pair(named, fix.join(" → ").replace(FIX_KEY, ""));
  }
  const condition = CONDITION.exec(words);
  if (condition?.[1] && condition[2]) return pair(condition[1], condition[2]);
  if (isNumbered) return isCauseList ? pair(behind, "") : pair(key, behind);
  if (!isCauseList) return namesCause(item, key, behind) ? pair(key, behind) : null;
  return key === "" ? pair(words, "") : pair(key, behind);
}

/** "**Disk is full**: delete old logs" below a resolution: bold words that are no instruction, and one behind them. */
function namesCause(item: Element, key: string, behind: string): boolean {
  const first = item.children.find((child) => !isBlank(child));
  const lead = isElement(first, "p") ? first.children.find((child) => !isBlank(child)) : first;
  if (!isElement(lead, "strong", "b") || oneLine(textOf(lead)).replace(/\s*:$/, "") !== key.trim())
    return false;
  return /\s/.test(key) && !NO_CAUSE.test(key) && !beginsWithVerb(key) && beginsWithVerb(behind);
}

function holdsCode(item: Element): boolean {
  let found = false;
  walk(item, ({ node }) => {
    found ||= isElement(node, "code");
    return !found;
  });
  return found;
}

function pair(cause: string, fix: string): Pair | null {
  const text = filled(cause.replace(/[:,]$/, ""));
  return text === null ? null : { text, fix: filled(fix) };
}

function fromTables(part: Part): Cause[] {
  return tablesIn(part.blocks).flatMap((table) => {
    const column = columnsOf(table, {
      cause: /\b(?:causes?|reasons?)\b/i,
      fix: /\b(?:fix|fixes|resolution|solution|remediation|remedy|action|mitigation)s?\b/i,
    });
    if (column.cause === undefined || column.fix === undefined) return [];
    return table.rows.flatMap((row): Cause[] => {
      const found = pair(cellText(row, column.cause), cellText(row, column.fix));
      return found ? [{ ...found, sectionId: part.section?.id ?? null, line: row.line }] : [];
    });
  });
}

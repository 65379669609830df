import type { Element } from "hast";
import { readCondition } from "@/lib/domain/condition-words";
import type { Escalation, EscalationLevel } from "@/lib/domain/document";
import { readDuration } from "@/lib/domain/duration-words";
import { slugOf } from "@/lib/domain/slug";
import { lineOf } from "../hast";
import { itemText, type LabelledList, labelledLists } from "./labelled-lists";
import { isIn, type Part } from "./outline";
import { filled } from "./placeholder";
import { cellText, columnsOf, tablesIn } from "./table-rows";

const TRIGGERS = /\b(?:triggers?|criteria|conditions?|when to escalate|escalate (?:if|when|immediately))\b/i;
const CONTACTS = /\b(?:escalat\w*|contacts?|on-?call)\b/i;
const LEVEL = /^\s*(L\d|level\s*\d|tier\s*\d|step\s*\d)\b\s*(?:[:–—-]+\s*|\s+)(.+)$/i;
/** Letters of an item that are looked at: whom to call is said in fewer. */
const LONGEST = 500;
const KEY = /^([^:]{1,60}?)\s*:\s+(.+)$/;
const TIME =
  /(?:\b(?:within|after|in)\s+)?(?:[<≤~]\s*)?\d[\w\s.–-]{0,12}?(?:seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d)\b|\bimmediate(?:ly)?\b/i;

/** What is to be done by the time, behind the name: "Ann, responds within 10 min". */
const ANSWERS =
  /(?<![\w-])(?:(?:must|should|will|to)\s+)?(?:respon\w*(?:\s+time)?|repl(?:y|ies)|answers?|acknowledges?|acks?|escalat\w*|sla)[\s:(–—-]*$/i;

/** Whom to call, how soon, and when: tables and lists of the sections about escalation. */
export function readEscalation(outline: readonly Part[], squad: string | null): Escalation {
  const parts = outline.filter((part) => isIn(part, "escalation"));
  const within = new Set(parts);
  // A list that says so itself counts wherever it stands ("**Escalation**:" below an alert).
  const lists = labelledLists(outline).filter(
    (list) => within.has(list.part) || /^escalation\b|^escalate\b/i.test(list.label),
  );
  const isTriggers = (list: LabelledList) => TRIGGERS.test(list.label);
  const levels = [
    ...parts.flatMap(fromTables),
    ...lists
      .filter((list) => !isTriggers(list))
      .flatMap((list) => list.items.flatMap((item) => fromItem(item, list))),
  ];
  return {
    levels: levels
      .map((level) => ({ ...level, contact: withSquad(level.contact, squad) }))
      .sort((a, b) => a.line - b.line),
    triggers: lists
      .filter(isTriggers)
      .flatMap((list) => list.items.flatMap((item) => filled(itemText(item)) ?? [])),
  };
}

function fromTables(part: Part): EscalationLevel[] {
  return tablesIn(part.blocks).flatMap((table) => {
    const column = columnsOf(table, {
      time: /\b(?:time|sla|within|after|respon[ds]\w*)\b/i,
      when: /\bwhen\b/i,
      level: /\b(?:levels?|tiers?|step|priority|severity|order|role|stage)\b/i,
      contact:
        /\b(?:contacts?|who|whom|person|people|team|names?|channel|owner|on-?call|phone|slack|method|escalate to)\b/i,
    });
    if (column.contact === undefined && column.level === undefined) return [];
    return table.rows.flatMap((row): EscalationLevel[] => {
      const level = filled(cellText(row, column.level ?? column.contact));
      const when = filled(cellText(row, column.when));
      // "When" heads a time as well as a case.
      const isTime = when !== null && TIME.test(when);
      const time = filled(cellText(row, column.time)) ?? (isTime ? when : null);
      if (level === null) return [];
      const contact = column.level === undefined ? null : filled(cellText(row, column.contact));
      const asked = when === null || isTime ? (time ?? contact ?? "") : `if ${when.replace(/^if\s+/i, "")}`;
      return [{ level, contact, ...timing(time), condition: readCondition(asked), line: row.line }];
    });
  });
}

/** "- **L1**: on-call engineer, 15 minutes", "1. **Platform Lead**: within 15 minutes", "- Secondary Contact: …". */
function fromItem(item: Element, { label, list, items }: LabelledList): EscalationLevel[] {
  const words = itemText(item).slice(0, LONGEST);
  const match = LEVEL.exec(words) ?? KEY.exec(words);
  const isOrdered = list.tagName === "ol" && CONTACTS.test(label);
  const name = match?.[1] ?? (isOrdered ? String(items.indexOf(item) + 1) : null);
  if (name === null || /^(?:if|when|for)\b/i.test(name)) return [];
  const rest = filled(match?.[2] ?? words);
  const time = rest === null ? null : (TIME.exec(rest)?.[0] ?? null);
  return [
    {
      level: name,
      contact: rest === null ? null : withoutTime(rest, time),
      ...timing(time),
      condition: readCondition(rest ?? ""),
      line: lineOf(item),
    },
  ];
}

/** "On-call engineer (15 minutes)" is the on-call engineer; "Escalation within 15 minutes" is nobody. */
function withoutTime(words: string, time: string | null): string | null {
  if (time === null) return words;
  const [before = "", after = ""] = words.split(time, 2);
  const rest =
    `${before.replace(ANSWERS, "").replace(/[\s,;:(–—-]+$/, "")} ${after.replace(/^[\s,;:).–—-]+/, "")}`.trim();
  return /^(?:escalation|response|respond|escalate)?$/i.test(rest) ? null : rest;
}

function timing(time: string | null): Pick<EscalationLevel, "time" | "seconds"> {
  if (time === null) return { time: null, seconds: null };
  return { time, seconds: /\bimmediate/i.test(time) ? 0 : readDuration(time) };
}

/** `#[squad]-alerts` is the squad's channel once the page says whose it is. */
function withSquad(contact: string | null, squad: string | null): string | null {
  return squad === null ? contact : (contact?.replace(/\[squad(?:[ -]name)?\]/gi, slugOf(squad)) ?? null);
}

import type { AlertEntry, Section } from "@/lib/domain/document";
import { severityIn } from "@/lib/domain/severity-words";
import { isElement, oneLine, textOf } from "../hast";
import { type KeyedLine, keyedLines } from "./keyed-lines";
import type { Part } from "./outline";
import { filled } from "./placeholder";

export type AlertFacts = Pick<AlertEntry, "severity" | "level" | "trigger" | "impact">;

export const NO_FACTS: AlertFacts = { severity: null, level: null, trigger: null, impact: null };

const SEVERITY = /^(?:alert)?(?:severity|priority|sev)$/;
/** The first that is there wins: what fires an alert says more than what it looks like. */
const TRIGGERS = [
  /^(?:alert)?(?:trigger|triggers|condition|triggercondition|fireswhen|firesif)$/,
  /^(?:expression|expr|query|threshold)$/,
  /^symptoms?$/,
];
const IMPACT = /^(?:user|customer|business)?(?:impact|effect)$/;
const FIRES = /\b(?:fires?|fired|firing|triggers?|triggered|raised|alerts? (?:when|if|on)|means that)\b/i;

/** What the text of one alert says about it: keyed lines, rows of a table, or sections of their own. */
export function alertFacts(parts: readonly Part[]): AlertFacts {
  const lines = parts.flatMap((part) => keyedLines(part.blocks));
  const severity =
    factOf(lines, SEVERITY) ?? sectionText(parts, (section) => SEVERITY.test(section.text.toLowerCase()));
  const meaning = sectionText(parts, (section) => section.kind === "meaning");
  return {
    ...severityFacts(severity),
    trigger:
      TRIGGERS.map((keys) => factOf(lines, keys)).find((value) => value !== null) ??
      meaning?.split(/(?<=[.!?])\s+(?=\p{Lu})/u).find((sentence) => FIRES.test(sentence)) ??
      null,
    impact:
      factOf(lines, IMPACT) ??
      sectionText(
        parts,
        (section) => section.kind === "impact" && !SEVERITY.test(section.text.toLowerCase()),
      ),
  };
}

/** The severity as written and what it stands for. */
export function severityFacts(written: string | null): Pick<AlertEntry, "severity" | "level"> {
  const severity = filled(written);
  return { severity, level: severity === null ? null : severityIn(severity) };
}

function factOf(lines: readonly KeyedLine[], key: RegExp): string | null {
  return (
    lines
      .filter((line) => key.test(line.key))
      .map((line) => filled(line.value))
      .find((value) => value !== null) ?? null
  );
}

/** The first paragraph of a section of its own ("## Impact"). */
function sectionText(parts: readonly Part[], accepts: (section: Section) => boolean): string | null {
  const part = parts.find(({ section }) => section !== null && accepts(section));
  const first = part?.blocks.find((block) => isElement(block, "p"));
  return first ? filled(oneLine(textOf(first))) : null;
}

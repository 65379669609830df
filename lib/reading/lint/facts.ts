import type { AlertEntry, Escalation, Problem, Section } from "@/lib/domain/document";
import { writtenSeverities } from "@/lib/domain/severity-words";
import { readDate } from "@/lib/domain/written-date";
import type { MetaFact, MetaField } from "../document/meta-facts";
import { filled } from "../document/placeholder";
import { keyOf } from "../front-matter";
import { placeOf, report, startOfLine } from "./report";

/** Words for the fields whose two sayings must agree; contacts may well be several. */
const compared: Partial<Record<MetaField, string>> = {
  service: "service",
  squad: "squad",
  lastUpdated: "date",
  tier: "tier",
};

/** Facts that front matter, table and text do not say alike. The page believes them in this order. */
export function metadataDisagrees(facts: ReadonlyMap<MetaField, readonly MetaFact[]>): Problem[] {
  return (Object.entries(compared) as [MetaField, string][]).flatMap(([field, word]) => {
    const sayings = (facts.get(field) ?? []).filter(({ value }) => filled(value) !== null);
    const [believed, ...others] = sayings;
    const other = others.find(
      (fact) => believed && fact.from !== believed.from && !agree(believed.value, fact.value),
    );
    if (!believed || !other) return [];
    const message = `The ${word} is “${other.value}” here and “${believed.value}” in the ${believed.from} (line ${believed.line}), which is believed.`;
    return report("metadata-disagrees", other, message);
  });
}

/** "platform" and "Platform Engineering" agree. */
function agree(one: string, other: string): boolean {
  const [a, b] = [one, other].map((value) => readDate(value) ?? keyOf(value));
  return a !== undefined && b !== undefined && (a.includes(b) || b.includes(a));
}

/** Whom to call is said, how soon is not, for not a single level. */
export function noEscalationTimes({ levels }: Escalation, lines: readonly string[]): Problem[] {
  const [first] = levels;
  if (!first || levels.some((level) => level.seconds !== null)) return [];
  const message = "The escalation path does not say after how long to go on to the next level.";
  return [report("no-escalation-times", startOfLine(lines, first.line), message)];
}

/** A severity that is no word of the portal's, so that it cannot be compared with that of the firing alert. */
export function unknownSeverities(
  alerts: readonly AlertEntry[],
  sections: readonly Section[],
  lines: readonly string[],
): Problem[] {
  return alerts.flatMap(({ anchor, name, severity, level }) => {
    // Several known ones ("P1/P2") are said well, but no single one.
    if (severity === null || level !== null || writtenSeverities(severity).length > 0) return [];
    const from = sections.find((section) => section.id === anchor)?.line ?? 1;
    const message = `“${severity}” of ${name} is none of Critical, Warning, Info, P0 to P3, SEV1 to SEV4.`;
    return report("severity-unknown", placeOf(lines, severity, from), message);
  });
}

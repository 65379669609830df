import { readAlertHeading } from "@/lib/domain/alert-heading";
import type { Section } from "@/lib/domain/document";
import { hasPlaceholder } from "./placeholder";

export type NamedSection = { name: string; severity: string | null; section: Section };

/** Names of alerts stand below it as they are. */
const OF_ALERTS = /\b(?:alerts?|alarms?)\b/i;

/**
 * Headings that are alerts: those that say so, and those that are an alert's name (`KubeNodeNotReady`), be it the title
 * of a page for one alert or one of many in a long playbook. Two humps alone may be a product (`PostgreSql`): they count
 * in the company of longer names, below "Alerts", or when the page goes through meaning, impact and diagnosis as pages for alerts do.
 */
export function alertHeadings(sections: readonly Section[]): NamedSection[] {
  const isAlertPage = ["meaning", "diagnosis"].every((kind) =>
    sections.some((section) => section.kind === kind),
  );
  const byId = new Map(sections.map((section) => [section.id, section]));
  const heads = sections.map((section) => ({ ...readAlertHeading(section.text), section }));
  const names = new Map<number, number>();
  for (const { name, section } of heads) {
    if (humps(name) >= 3) names.set(section.depth, (names.get(section.depth) ?? 0) + 1);
  }
  return heads.flatMap(({ name, severity, isSaid, section }) => {
    if (isSaid) return hasPlaceholder(name) ? [] : [{ name, severity, section }];
    const around = section.parentId === null ? undefined : byId.get(section.parentId);
    const isListed = around !== undefined && around.depth > 1 && OF_ALERTS.test(around.text);
    if (isListed && severity !== null && !hasPlaceholder(name)) return [{ name, severity, section }];
    const inCompany = isListed || (section.depth === 1 ? isAlertPage : (names.get(section.depth) ?? 0) >= 2);
    return humps(name) >= (inCompany ? 2 : 3) ? [{ name, severity, section }] : [];
  });
}

/** How many words a name in camel case is made of; 0 when it is no such name. */
export function humps(name: string): number {
  return /^[A-Za-z][A-Za-z0-9]*$/.test(name) && /[a-z]/.test(name)
    ? (name.match(/[A-Z]+[a-z0-9]+|[A-Z]+$|^[a-z]+/g)?.length ?? 0)
    : 0;
}

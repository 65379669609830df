import type { Section } from "@/lib/domain/document";
import { hasPlaceholder } from "./placeholder";

/** "Alert: High Latency", "Scenario B: Deployment fails". */
const LEAD = /^(?:alert(?:\s+name)?|scenario(?:\s+[A-Z0-9]+)?)\s*[:–—-]\s*(.+)$/i;
const NUMBER = /^(?:\d+(?:\.\d+)*[.):]|\d+(?:\.\d+)+)\s+/;

export type NamedSection = { name: string; section: Section };

/**
 * Headings that are alerts: those that say so, and those that are an alert's name (`KubeNodeNotReady`), be it the title
 * of a page for one alert or one of many in a long playbook. Two humps alone may be a product (`PostgreSql`): they count
 * in the company of longer names, or when the page goes through meaning, impact and diagnosis as pages for alerts do.
 */
export function alertHeadings(sections: readonly Section[]): NamedSection[] {
  const isAlertPage = ["meaning", "diagnosis"].every((kind) =>
    sections.some((section) => section.kind === kind),
  );
  const names = new Map<number, number>();
  for (const { depth, text } of sections) {
    if (humps(bare(text)) >= 3) names.set(depth, (names.get(depth) ?? 0) + 1);
  }
  return sections.flatMap((section) => {
    const name = bare(section.text);
    const said = LEAD.exec(name)?.[1]?.trim();
    if (said) return hasPlaceholder(said) ? [] : [{ name: said, section }];
    const inCompany = section.depth === 1 ? isAlertPage : (names.get(section.depth) ?? 0) >= 2;
    return humps(name) >= (inCompany ? 2 : 3) ? [{ name, section }] : [];
  });
}

/** How many words a name in camel case is made of; 0 when it is no such name. */
export function humps(name: string): number {
  return /^[A-Za-z][A-Za-z0-9]*$/.test(name) && /[a-z]/.test(name)
    ? (name.match(/[A-Z]+[a-z0-9]+|[A-Z]+$|^[a-z]+/g)?.length ?? 0)
    : 0;
}

function bare(heading: string): string {
  return heading.replace(NUMBER, "").trim();
}

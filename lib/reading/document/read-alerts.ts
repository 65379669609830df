import { normalizeAlertName } from "@/lib/domain/alert-name";
import type { AlertEntry, Section } from "@/lib/domain/document";
import { slugOf } from "@/lib/domain/slug";
import type { FrontMatter } from "../front-matter";
import { hasPlaceholder } from "./placeholder";

const LEAD = /^(?:alert|scenario(?:\s+[A-Z0-9]+)?)\s*[:–—-]\s*(.+)$/i;
/** Pages for one alert are named after it: `KubeNodeNotReady`. Two humps alone may be a product (`PostgreSql`). */
const CAMEL = /^(?:[A-Z]+[a-z0-9]+){3,}[A-Z]*$/;

/** The alerts that a runbook answers: headings that say so, a title that is an alert's name, and the front matter. */
export function readAlerts(headings: readonly Section[], frontMatter: FrontMatter): AlertEntry[] {
  const entries = new Map<string, AlertEntry>();
  const add = (name: string, anchor: string) => {
    const normalized = normalizeAlertName(name);
    if (normalized !== "" && !hasPlaceholder(name) && !entries.has(normalized)) {
      entries.set(normalized, {
        name,
        slug: slugOf(name),
        normalized,
        anchor,
        severity: null,
        level: null,
        trigger: null,
        impact: null,
      });
    }
  };
  for (const heading of headings) {
    const match = LEAD.exec(heading.text.replace(/^\d+(?:\.\d+)*[.)]?\s+/, ""));
    if (match?.[1]) add(match[1].trim(), heading.id);
    else if (heading.depth === 1 && CAMEL.test(heading.text)) add(heading.text, heading.id);
  }
  for (const name of [frontMatter.get("alerts"), frontMatter.get("alert")].flat(2)) {
    if (typeof name !== "string") continue;
    const normalized = normalizeAlertName(name);
    const own = headings.find((heading) => normalizeAlertName(heading.text) === normalized);
    add(name.trim(), own?.id ?? headings[0]?.id ?? "");
  }
  return [...entries.values()];
}

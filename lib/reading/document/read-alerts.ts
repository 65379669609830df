import { normalizeAlertName } from "@/lib/domain/alert-name";
import type { AlertEntry, Section } from "@/lib/domain/document";
import { slugOf } from "@/lib/domain/slug";
import type { FrontMatter } from "../front-matter";
import { type AlertFacts, alertFacts, NO_FACTS, severityFacts } from "./alert-facts";
import { alertHeadings, humps } from "./alert-headings";
import { keyedLines } from "./keyed-lines";
import type { Part } from "./outline";
import { hasPlaceholder } from "./placeholder";
import { cellText, columnsOf, tablesIn } from "./table-rows";

type Found = { name: string; anchor: string; facts: AlertFacts };

/**
 * The alerts that a runbook answers: headings, rows of tables of alerts, "**Alert**: `Name`" lines, and the front
 * matter, which has the last word on severity. Each name once, each with an address of its own.
 */
export function readAlerts(
  outline: readonly Part[],
  sections: readonly Section[],
  frontMatter: FrontMatter,
): AlertEntry[] {
  const entries = new Map<string, AlertEntry>();
  const slugs = new Set<string>();
  const found = [...fromHeadings(outline, sections), ...fromTables(outline), ...fromLines(outline)];
  for (const { name, anchor, facts } of [...found, ...fromFrontMatter(frontMatter, sections)]) {
    const normalized = normalizeAlertName(name);
    if (normalized === "" || hasPlaceholder(name)) continue;
    const known = entries.get(normalized);
    if (!known) entries.set(normalized, { name, slug: freeSlug(name, slugs), normalized, anchor, ...facts });
    else {
      if (known.severity === null) Object.assign(known, severityFacts(facts.severity));
      known.trigger ??= facts.trigger;
      known.impact ??= facts.impact;
    }
  }
  for (const { name, facts } of fromFrontMatter(frontMatter, sections)) {
    const entry = entries.get(normalizeAlertName(name));
    if (entry && facts.severity !== null) Object.assign(entry, severityFacts(facts.severity));
  }
  return [...entries.values()];
}

function fromHeadings(outline: readonly Part[], sections: readonly Section[]): Found[] {
  const named = alertHeadings(sections);
  const parts = new Map(named.map(({ section }): [Section, Part[]] => [section, []]));
  for (const part of outline) {
    // What stands in an alert inside another is the inner one's.
    const owner = part.around.find((section) => parts.has(section));
    if (owner) parts.get(owner)?.push(part);
  }
  return named.map(({ name, severity, section }) => {
    const facts = alertFacts(parts.get(section) ?? []);
    // What the text says in a line of its own is said on purpose.
    const own = facts.severity === null ? severityFacts(severity) : {};
    return { name, anchor: section.id, facts: { ...facts, ...own } };
  });
}

/** Tables with a column of alert names, as exporters of rules write them. */
function fromTables(outline: readonly Part[]): Found[] {
  return outline.flatMap((part) =>
    tablesIn(part.blocks).flatMap((table) => {
      const column = columnsOf(table, {
        name: /^(?:alert|alert ?name|name)s?$/i,
        severity: /^(?:severity|priority)$/i,
        trigger: /^(?:trigger|condition|expression|fires)/i,
        impact: /impact/i,
      });
      if (column.name === undefined) return [];
      const says = /alert/i.test(table.head[column.name]?.text ?? "");
      if (!says && column.severity === undefined) return [];
      return table.rows.flatMap((row): Found[] => {
        const name = cellText(row, column.name);
        if (humps(name) < (says ? 2 : 3)) return [];
        const facts = {
          ...severityFacts(cellText(row, column.severity)),
          trigger: cellText(row, column.trigger) || null,
          impact: cellText(row, column.impact) || null,
        };
        return [{ name, anchor: part.section?.id ?? "", facts }];
      });
    }),
  );
}

/** "**Alert**: `HighErrorRate`", also several with commas. */
function fromLines(outline: readonly Part[]): Found[] {
  return outline.flatMap((part) =>
    keyedLines(part.blocks)
      .filter((line) => /^alerts?(?:names?)?$/.test(line.key))
      .flatMap((line) => line.value.split(/\s*,\s*/))
      .filter((name) => humps(name) >= 2)
      .map((name) => ({ name, anchor: part.section?.id ?? "", facts: NO_FACTS })),
  );
}

/** `alerts:` as names, or as mappings with `name` and `severity`; `severity:` alone is that of a page for one alert. */
function fromFrontMatter(frontMatter: FrontMatter, sections: readonly Section[]): Found[] {
  const listed = [frontMatter.get("alerts"), frontMatter.get("alert"), frontMatter.get("alertname")].flat(2);
  return listed.flatMap((item): Found[] => {
    const name = item instanceof Map ? namedIn(item) : item;
    if (typeof name !== "string") return [];
    const severity: unknown = item instanceof Map ? item.get("severity") : frontMatter.get("severity");
    const normalized = normalizeAlertName(name);
    const own = sections.find((section) => normalizeAlertName(section.text) === normalized);
    return [
      {
        name: name.trim(),
        anchor: own?.id ?? sections[0]?.id ?? "",
        facts: { ...NO_FACTS, ...severityFacts(typeof severity === "string" ? severity : null) },
      },
    ];
  });
}

function namedIn(item: ReadonlyMap<unknown, unknown>): unknown {
  return ["name", "alertname", "alert"].map((key) => item.get(key)).find((value) => value !== undefined);
}

function freeSlug(name: string, taken: Set<string>): string {
  const base = slugOf(name) || "alert";
  let slug = base;
  for (let count = 2; taken.has(slug); count += 1) slug = `${base}-${count}`;
  taken.add(slug);
  return slug;
}

import type { Problem, Section } from "@/lib/domain/document";
import { keyedLines } from "../document/keyed-lines";
import type { Part } from "../document/outline";
import { isUnfilled } from "../document/placeholder";
import { isElement, walk } from "../hast";
import { placeOf, report, startOfLine } from "./report";

const DASHBOARD_KEY = /^(?:primary|main|grafana|service|team)?dashboards?(?:url|link)?$/;
const LINK_KEY = /^(?:url|link|address)$/;
const DASHBOARD = /\bdashboards?\b/i;

/** Places for a dashboard with no link in them: at 3 a.m. nobody knows its name by heart. */
export function missingDashboards(outline: readonly Part[], lines: readonly string[]): Problem[] {
  const problems: Problem[] = [];
  const said = new Set<Part>();
  for (const part of outline) {
    const isPlace = DASHBOARD.test(part.section?.text ?? "");
    const keys = isPlace ? [DASHBOARD_KEY, LINK_KEY] : [DASHBOARD_KEY];
    for (const line of keyedLines(part.blocks)) {
      if (!keys.some((key) => key.test(line.key)) || (line.value !== "" && !isUnfilled(line.value))) continue;
      said.add(part);
      const place = placeOf(lines, line.value || line.label, line.line, line.line);
      problems.push(report("dashboard-missing", place, "The link to the dashboard is not filled in."));
    }
  }
  for (const [section, region] of dashboardSections(outline)) {
    if (region.some((part) => said.has(part) || holdsLink(part)) || region.every(isEmpty)) continue;
    const message = `“${section.text}” holds no link to a dashboard.`;
    problems.push(report("dashboard-missing", startOfLine(lines, section.line), message));
  }
  return problems;
}

/** The sections about dashboards, each with the parts in it; the title is none of them. */
function dashboardSections(outline: readonly Part[]): Map<Section, Part[]> {
  const regions = new Map<Section, Part[]>();
  for (const part of outline) {
    for (const section of part.around) {
      if (section.depth === 1 || !DASHBOARD.test(section.text)) continue;
      const region = regions.get(section) ?? [];
      region.push(part);
      regions.set(section, region);
    }
  }
  return regions;
}

/** An image of the dashboard, or an address in code, is enough to find it by. */
function holdsLink({ blocks }: Part): boolean {
  return blocks.some((block) => {
    let found = isElement(block, "pre");
    walk(block, ({ node }) => {
      found ||= isElement(node, "a", "img", "code", "pre");
      return !found;
    });
    return found;
  });
}

function isEmpty({ blocks }: Part): boolean {
  return blocks.length === 0;
}

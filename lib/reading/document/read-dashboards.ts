import type { Element, Root } from "hast";
import type { FrontMatter } from "../front-matter";
import { headingDepth, isElement, oneLine, type Parent, textOf, walk } from "../hast";

type Dashboard = { label: string; url: string };

const WORDS = /dashboard|grafana|monitoring|observability/i;
const MAX = 8;

/** Links to dashboards: in sections and bullets that say so, and `dashboard:` of the front matter. */
export function readDashboards(root: Root, frontMatter: FrontMatter): Dashboard[] {
  const found = new Map<string, string>();
  for (const key of ["dashboard", "dashboards", "dashboardurl", "grafana"]) {
    for (const url of [frontMatter.get(key)].flat()) {
      if (typeof url === "string" && isAddress(url)) found.set(url, "Dashboard");
    }
  }
  let isInSection = false;
  walk(root, ({ node, ancestors }) => {
    if (headingDepth(node) !== null) {
      isInSection = WORDS.test(textOf(node));
      return false;
    }
    if (isElement(node, "pre")) return false;
    const href = node.tagName === "a" ? node.properties.href : undefined;
    if (typeof href !== "string" || !isAddress(href)) return true;
    const key = leadOf(ancestors);
    const words = oneLine(textOf(node));
    if (!found.has(href) && (isInSection || WORDS.test(key))) {
      found.set(href, isAddress(words) || /^(here|link|url)$/i.test(words) ? key || "Dashboard" : words);
    }
    return false;
  });
  return [...found].slice(0, MAX).map(([url, label]) => ({ label, url }));
}

function isAddress(value: string): boolean {
  return /^https?:\/\//i.test(value);
}

/** The bold key that a bullet or paragraph begins with. */
function leadOf(ancestors: readonly Parent[]): string {
  const holder = ancestors.findLast((parent): parent is Element =>
    isElement(parent as Element, "li", "p", "td"),
  );
  const bold = holder?.children.find((child) => isElement(child, "strong", "b"));
  return bold ? oneLine(textOf(bold)).replace(/:$/, "") : "";
}

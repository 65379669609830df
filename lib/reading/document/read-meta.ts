import type { Element, Root } from "hast";
import type { RunbookMeta } from "@/lib/domain/document";
import { type FrontMatter, frontMatterText, keyOf } from "../front-matter";
import { elementsOf, headingDepth, isBlank, isElement, oneLine, type Parent, textOf, walk } from "../hast";
import { filled } from "./placeholder";
import { readDashboards } from "./read-dashboards";

type Field = Exclude<keyof RunbookMeta, "dashboards">;

const fields: Record<Field, readonly string[]> = {
  service: ["service", "servicename"],
  squad: ["squad", "owningsquad", "ownerteam", "owningteam", "team", "owner", "squadowner", "teamowner"],
  onCall: [
    "oncallprimary",
    "oncall",
    "primaryoncall",
    "primarycontact",
    "contact",
    "ownerslack",
    "slack",
    "slackchannel",
  ],
  lastUpdated: ["lastupdated", "updated", "lastreviewedon", "lastreviewed", "lastmodified"],
  slo: ["slotarget", "slo", "slos", "slosslis", "slotargets"],
};

/** Facts about the runbook: front matter first, then the table at the top, then `**Key**: value` bullets. */
export function readMeta(root: Root, frontMatter: FrontMatter): RunbookMeta {
  const table = readTable(root);
  const bullets = readBullets(root);
  const fact = (field: Field): string | null => {
    const keys = fields[field];
    const candidates = [
      frontMatterText(frontMatter, ...keys),
      ...keys.map((key) => table.get(key)),
      ...keys.map((key) => bullets.get(key)),
    ];
    return candidates.map(filled).find((value) => value !== null) ?? null;
  };
  return {
    service: fact("service"),
    squad: fact("squad"),
    onCall: fact("onCall"),
    lastUpdated: fact("lastUpdated"),
    slo: fact("slo"),
    dashboards: readDashboards(root, frontMatter),
  };
}

/** The first table, when it has two columns and its keys are bold or its head says Field and Value. */
function readTable(root: Root): Map<string, string> {
  const rows: { key: string; value: string; isBold: boolean }[] = [];
  let head: string[] = [];
  let seen = 0;
  walk(root, ({ node }) => {
    if (node.tagName === "table") seen += 1;
    if (seen > 1) return false;
    if (node.tagName !== "tr") return true;
    const cells = elementsOf(node);
    const [key, value] = cells;
    if (cells.length !== 2 || !key || !value) return false;
    if (key.tagName === "th") head = cells.map((cell) => keyOf(textOf(cell)));
    else rows.push({ key: keyOf(textOf(key)), value: oneLine(textOf(value)), isBold: isAllBold(key) });
    return false;
  });
  const isMeta = /^(field|key|property|item|)$/.test(head[0] ?? "") || rows.every((row) => row.isBold);
  return isMeta ? firstOf(rows) : new Map();
}

function isAllBold(cell: Element): boolean {
  const own = cell.children.filter((child) => !isBlank(child));
  return own.length === 1 && isElement(own[0], "strong", "b");
}

/** `- **Owner Team**: Platform Engineering`, and a bold key with bullets of its own below it. */
function readBullets(root: Root): Map<string, string> {
  const rows: { key: string; value: string }[] = [];
  walk(root, ({ node }) => {
    if (isElement(node, "pre", "table") || headingDepth(node) !== null) return false;
    if (!isElement(node, "li", "p")) return true;
    const pair = boldPair(node);
    if (pair) rows.push(pair);
    return true;
  });
  return firstOf(rows);
}

/** Splits `**Key**: value` (the colon inside or outside the bold); null for other texts. */
export function boldPair(node: Parent): { key: string; value: string } | null {
  const own = node.children.filter((child) => !isBlank(child));
  const lead = own[0];
  if (isElement(lead, "p") && isElement(node as Element, "li")) {
    const pair = boldPair(lead);
    return pair && pair.value === ""
      ? { ...pair, value: listText(own.slice(1).filter((child) => isElement(child, "ul"))) }
      : pair;
  }
  if (!isElement(lead, "strong", "b")) return null;
  const written = textOf(lead);
  const lists = own.filter((child) => isElement(child, "ul"));
  const rest = oneLine(
    own
      .slice(1)
      .filter((child) => !isElement(child, "ul", "ol", "pre"))
      .map((child) => textOf(child))
      .join(""),
  );
  if (!/:\s*$/.test(written) && !rest.startsWith(":")) return null;
  const value = rest.replace(/^:\s*/, "");
  return { key: keyOf(written), value: value || listText(lists) };
}

function listText(lists: unknown[]): string {
  return (lists as Element[])
    .flatMap((list) => elementsOf(list))
    .map((item) => oneLine(textOf(item)).replace(/\.$/, ""))
    .join(", ");
}

function firstOf(rows: { key: string; value: string }[]): Map<string, string> {
  const map = new Map<string, string>();
  for (const { key, value } of rows) if (!map.has(key)) map.set(key, value);
  return map;
}

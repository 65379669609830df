import type { Element, Root } from "hast";
import type { RunbookMeta, SourcePlace } from "@/lib/domain/document";
import { type FrontMatter, frontMatterText, keyOf } from "../front-matter";
import { elementsOf, headingDepth, lineOf, walk } from "../hast";
import { type KeyedLine, keyedLines } from "./keyed-lines";
import { tableOf } from "./table-rows";

export type MetaField = Exclude<keyof RunbookMeta, "dashboards" | "reviewBy">;

/** One saying of a fact. A text may say the same twice, and differently. */
export type MetaFact = SourcePlace & { value: string; from: "front matter" | "table" | "text" };

/**
 * The keys that stand for each field, in ranks: a key that names the fact itself comes before one that only may mean it
 * ("On-call" before "Slack"), whatever the source. Within a rank the source decides.
 */
const fields: Record<MetaField, readonly (readonly string[])[]> = {
  service: [["service", "servicename"]],
  squad: [["squad", "owningsquad", "ownerteam", "owningteam", "team", "squadowner", "teamowner"], ["owner"]],
  onCall: [
    ["oncallprimary", "oncall", "primaryoncall"],
    ["primarycontact", "contact"],
    ["ownerslack", "slack", "slackchannel"],
  ],
  lastUpdated: [["lastupdated", "updated", "lastreviewedon", "lastreviewed", "lastmodified"]],
  slo: [["slotarget", "slo", "slos", "slosslis", "slotargets"]],
  slack: [["slack", "slackchannel", "ownerslack", "oncallslack", "teamchannel", "supportchannel", "channel"]],
  email: [["email", "owneremail", "teamemail", "contactemail", "mail"]],
  repository: [
    ["repository", "repo", "sourcecode", "sourcerepository", "codebase", "githubrepo"],
    ["github"],
  ],
  tier: [["tier", "servicetier", "criticality", "servicelevel"]],
};

/**
 * Every saying of every field, the strongest first: by rank of its key, then front matter, the table at the top,
 * "Key: value" lines.
 */
export function metaFacts(root: Root, frontMatter: FrontMatter, source: string): Map<MetaField, MetaFact[]> {
  const table = metaTable(root).map((line) => ({ ...line, from: "table" as const }));
  const lines = metaLines(root).map((line) => ({ ...line, from: "text" as const }));
  const sayingsOf = (keys: readonly string[]): MetaFact[] => {
    const front = keys.flatMap((key): MetaFact[] => {
      const value = frontMatterText(frontMatter, key);
      return value === null ? [] : [{ value, from: "front matter", ...frontMatterPlace(source, key) }];
    });
    const written = [table, lines].flatMap((from) =>
      keys.flatMap((key) => from.filter((line) => line.key === key).slice(0, 1)),
    );
    return [...front, ...written.map(({ value, from, line, column }) => ({ value, from, line, column }))];
  };
  const facts = new Map<MetaField, MetaFact[]>();
  for (const [field, ranks] of Object.entries(fields) as [MetaField, (typeof fields)[MetaField]][]) {
    facts.set(field, ranks.flatMap(sayingsOf));
  }
  return facts;
}

/** The first table, when it has two columns and its keys are bold or its head says Field and Value. */
function metaTable(root: Root): KeyedLine[] {
  let first: Element | null = null;
  walk(root, ({ node }) => {
    if (node.tagName === "table") first ??= node;
    return first === null;
  });
  if (first === null) return [];
  const { head, rows } = tableOf(first);
  const pairs = rows.filter((row) => row.cells.length === 2);
  const isMeta =
    /^(field|key|property|item|attribute|)$/.test(keyOf(head[0]?.text ?? "-")) ||
    pairs.every((row) => row.cells[0]?.isBold);
  return isMeta && pairs.length === rows.length ? keyedLines([first]) : [];
}

/** Lines with a bold key anywhere, with a plain one only above the first section. */
function metaLines(root: Root): KeyedLine[] {
  const blocks = elementsOf(root).filter((block) => block.tagName !== "table");
  const first = blocks.find((block) => (headingDepth(block) ?? 1) > 1);
  const end = first ? lineOf(first) : Number.POSITIVE_INFINITY;
  return keyedLines(blocks).filter((line) => line.isBold || line.line < end);
}

/** Where a key stands in the front matter, which the tree does not hold. */
function frontMatterPlace(source: string, key: string): SourcePlace {
  const lines = source.split("\n");
  const index = lines.findIndex((line, at) => at > 0 && keyOf(/^([^:]+):/.exec(line)?.[1] ?? "") === key);
  return { line: Math.max(index, 0) + 1, column: 1 };
}

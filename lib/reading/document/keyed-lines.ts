import type { Element, ElementContent, Text } from "hast";
import type { SourcePlace } from "@/lib/domain/document";
import { keyOf } from "../front-matter";
import { columnOf, elementsOf, isBlank, isElement, lineOf, oneLine, text, textOf, walk } from "../hast";
import { type TableRow, tableOf } from "./table-rows";

/** `**Severity**: Critical`: the key as written and as a word without case and signs, and what stands behind it. */
export type KeyedLine = SourcePlace & {
  label: string;
  key: string;
  value: string;
  /** Whether the key is set in bold; a plain "Owner: Ann" is weaker evidence. */
  isBold: boolean;
};

type Line = SourcePlace & { nodes: ElementContent[] };

/** What stands between two facts on one line. */
const PARTING = /(?:[|·•;,]|\s[–—/-])$/;
const PLAIN_KEY = /^\s*([\p{L}][\p{L}\p{N} /&-]{0,38}[\p{L}\p{N}])\s*:\s+(\S[\s\S]*)$/u;

/**
 * Every `Key: value` of some blocks: lines of paragraphs, bullets, and rows of two-column tables. A bullet that holds
 * nothing but a key takes its value from the bullets below it.
 */
export function keyedLines(blocks: readonly Element[]): KeyedLine[] {
  const found: KeyedLine[] = [];
  const leads = new Set<Element>();
  const visit = (node: Element): boolean => {
    if (isElement(node, "pre")) return false;
    if (isElement(node, "table")) {
      found.push(...tableOf(node).rows.flatMap(keyedRow));
      return false;
    }
    if (isElement(node, "li")) {
      const children = elementsOf(node);
      const lead = isElement(children[0], "p") ? children[0] : node;
      leads.add(lead);
      const below = listText(children.find((child) => isElement(child, "ul")));
      found.push(...keyedIn(lead).map((line) => (line.value === "" ? { ...line, value: below } : line)));
    } else if (isElement(node, "p") && !leads.has(node)) found.push(...keyedIn(node));
    return true;
  };
  for (const block of blocks) {
    if (visit(block)) walk(block, ({ node }) => visit(node));
  }
  return found;
}

function keyedIn(node: Element): KeyedLine[] {
  return linesOf(node).flatMap((line) => cutAtKeys(line).flatMap((piece) => keyed(piece) ?? []));
}

/** "**Severity:** P1 | **Impact:** none" are two: a bold key behind a sign that parts opens another one. */
function cutAtKeys(line: Line): Line[] {
  const cut: Line[] = [{ ...line, nodes: [] }];
  // Only a line that begins with a bold key lists facts.
  const lists = isElement(
    line.nodes.find((node) => !isBlank(node)),
    "strong",
    "b",
  );
  line.nodes.forEach((node, at) => {
    const open = cut.at(-1)?.nodes ?? [];
    const before = open.at(-1);
    const parted = before?.type === "text" ? beforeParting(before.value) : null;
    if (lists && parted !== null && isBoldKey(node, line.nodes[at + 1])) {
      open[open.length - 1] = text(parted);
      cut.push({ line: line.line, column: columnOf(node), nodes: [node] });
    } else open.push(node);
  });
  return cut;
}

/** The words before a sign at their end that parts them from the next fact; null when there is none. */
function beforeParting(words: string): string | null {
  const trimmed = words.trimEnd();
  const parting = PARTING.exec(trimmed.slice(-2))?.[0];
  return parting === undefined ? null : trimmed.slice(0, trimmed.length - parting.length);
}

function isBoldKey(node: ElementContent, next: ElementContent | undefined): boolean {
  if (!isElement(node, "strong", "b")) return false;
  return /[:：]$/.test(textOf(node).trimEnd()) || (next?.type === "text" && /^\s*[:：]/.test(next.value));
}

function listText(list: Element | undefined): string {
  const items = list ? elementsOf(list) : [];
  return items.map((item) => oneLine(textOf(item)).replace(/\.$/, "")).join(", ");
}

/** The inline content of a paragraph or bullet, cut at line ends and line breaks; lists and fences inside are left out. */
export function linesOf(node: Element): Line[] {
  const lines: Line[] = [];
  let line: Line = { nodes: [], line: lineOf(node), column: columnOf(node) };
  const close = () => {
    if (line.nodes.some((child) => !isBlank(child))) lines.push(line);
  };
  for (const child of node.children) {
    if (isElement(child, "br")) {
      close();
      line = { nodes: [], line: line.line, column: 1 };
    } else if (child.type === "text") {
      pieces(child).forEach((piece, index) => {
        if (index > 0) {
          close();
          line = { nodes: [], line: line.line + 1, column: 1 };
        }
        if (piece.value !== "") line.nodes.push(piece);
      });
    } else if (!isElement(child, "ul", "ol", "pre", "table")) {
      if (line.nodes.every(isBlank) && child.position) {
        line = { nodes: line.nodes, line: lineOf(child), column: columnOf(child) };
      }
      line.nodes.push(child);
    }
  }
  close();
  return lines;
}

function pieces(node: Text): Text[] {
  return node.value.includes("\n") ? node.value.split("\n").map(text) : [node];
}

function keyed({ nodes, line, column }: Line): KeyedLine | null {
  const own = nodes.filter((node) => !isBlank(node));
  const [lead, ...rest] = own;
  if (!lead) return null;
  if (isElement(lead, "strong", "b")) {
    const written = oneLine(textOf(lead));
    const after = oneLine(rest.map((node) => textOf(node)).join(""));
    if (!/[:：]$/.test(written) && !/^[:：]/.test(after)) return null;
    const label = written.replace(/\s*[:：]$/, "");
    return { line, column, label, key: keyOf(label), value: after.replace(/^[:：]\s*/, ""), isBold: true };
  }
  const match = lead.type === "text" ? PLAIN_KEY.exec(own.map((node) => textOf(node)).join("")) : null;
  if (!match?.[1] || !match[2]) return null;
  return { line, column, label: match[1], key: keyOf(match[1]), value: oneLine(match[2]), isBold: false };
}

function keyedRow({ cells, line, column }: TableRow): KeyedLine[] {
  const [label, value, more] = cells;
  if (!label || !value || more) return [];
  return [
    { line, column, label: label.text, key: keyOf(label.text), value: value.text, isBold: label.isBold },
  ];
}

import type { Element } from "hast";
import type { SourcePlace } from "@/lib/domain/document";
import { columnOf, elementsOf, isBlank, isElement, lineOf, oneLine, textOf, walk } from "../hast";

export type TableCell = SourcePlace & { text: string; isBold: boolean; node: Element };
export type TableRow = SourcePlace & { cells: TableCell[] };
export type Table = { head: TableCell[]; rows: TableRow[] };

/** A table as texts. The head is empty where the table has none (HTML). */
export function tableOf(table: Element): Table {
  const result: Table = { head: [], rows: [] };
  walk(table, ({ node }) => {
    if (node.tagName !== "tr") return node.tagName !== "table";
    const cells = elementsOf(node).map(cellOf);
    const isHead = result.rows.length === 0 && cells.every((cell) => cell.node.tagName === "th");
    if (isHead && result.head.length === 0) result.head = cells;
    else result.rows.push({ cells, line: lineOf(node), column: columnOf(node) });
    return false;
  });
  return result;
}

/**
 * Which column each name stands for, by the first heading that its pattern fits; a column is taken once, so the order
 * of the patterns decides.
 */
export function columnsOf<Name extends string>(
  table: Table,
  patterns: Record<Name, RegExp>,
): Partial<Record<Name, number>> {
  const found: Partial<Record<Name, number>> = {};
  const taken = new Set<number>();
  for (const name of Object.keys(patterns) as Name[]) {
    const index = table.head.findIndex((cell, at) => !taken.has(at) && patterns[name].test(cell.text));
    if (index < 0) continue;
    found[name] = index;
    taken.add(index);
  }
  return found;
}

/** The text of a cell; empty where there is no such column. */
export function cellText(row: TableRow, column: number | undefined): string {
  return column === undefined ? "" : (row.cells[column]?.text ?? "");
}

/** Every table of some blocks, those in lists and boxes too. */
export function tablesIn(blocks: readonly Element[]): Table[] {
  const tables: Table[] = [];
  for (const block of blocks) {
    if (isElement(block, "table")) tables.push(tableOf(block));
    walk(block, ({ node }) => {
      if (isElement(node, "table") && node !== block) tables.push(tableOf(node));
      return !isElement(node, "table");
    });
  }
  return tables;
}

function cellOf(node: Element): TableCell {
  const own = node.children.filter((child) => !isBlank(child));
  return {
    node,
    text: oneLine(textOf(node)),
    isBold: own.length === 1 && isElement(own[0], "strong", "b"),
    line: lineOf(node),
    column: columnOf(node),
  };
}

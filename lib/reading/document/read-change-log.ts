import type { ChangeLogEntry } from "@/lib/domain/document";
import { isTask, itemText, labelledLists } from "./labelled-lists";
import { isIn, type Part } from "./outline";
import { filled } from "./placeholder";
import { cellText, columnsOf, tablesIn } from "./table-rows";

const DATED = /^(\d{4}-\d{2}-\d{2})\s*(?:[:–—-]\s*)?(.+)$/;

/** The history that the author keeps in the text, as a table or as dated bullets. Rows that nobody filled in are none. */
export function readChangeLog(outline: readonly Part[]): ChangeLogEntry[] {
  const parts = outline.filter((part) => isIn(part, "change-log"));
  return [...parts.flatMap(fromTables), ...fromLists(parts)];
}

function fromTables(part: Part): ChangeLogEntry[] {
  return tablesIn(part.blocks).flatMap((table) => {
    const column = columnsOf(table, {
      date: /\b(?:date|when)\b/i,
      version: /\b(?:version|revision|rev)\b|^v$/i,
      author: /\b(?:author|by|who|editor|name)\b/i,
      change: /\b(?:changes?|description|summary|what|notes?|details?|reason)\b/i,
    });
    if (column.change === undefined) return [];
    return table.rows.flatMap((row): ChangeLogEntry[] => {
      const change = filled(cellText(row, column.change));
      if (change === null) return [];
      return [
        {
          version: filled(cellText(row, column.version)),
          date: filled(cellText(row, column.date)),
          author: filled(cellText(row, column.author)),
          change,
        },
      ];
    });
  });
}

function fromLists(parts: readonly Part[]): ChangeLogEntry[] {
  return labelledLists(parts)
    .flatMap((list) => list.items)
    .filter((item) => !isTask(item))
    .flatMap((item): ChangeLogEntry[] => {
      const match = DATED.exec(itemText(item));
      return match?.[1] && match[2]
        ? [{ version: null, date: match[1], author: null, change: match[2] }]
        : [];
    });
}

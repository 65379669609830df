import type { MetricTarget } from "@/lib/domain/document";
import type { Part } from "./outline";
import { filled } from "./placeholder";
import { cellText, columnsOf, tablesIn } from "./table-rows";

/** Rows of tables that say of a metric what it should be ("SLO Target") and what is too much ("Alert Threshold"). */
export function readMetrics(outline: readonly Part[]): MetricTarget[] {
  return outline.flatMap((part) =>
    tablesIn(part.blocks).flatMap((table) => {
      const column = columnsOf(table, {
        name: /\b(?:metrics?|slis?|indicator|signal|measure(?:ment)?)\b/i,
        target: /\b(?:target|slos?|objective|goal|normal|healthy|expected|baseline)\b/i,
        threshold: /\b(?:thresholds?|alerts?|limit|critical|warning)\b/i,
      });
      if (column.name === undefined || column.target === undefined) return [];
      return table.rows.flatMap((row): MetricTarget[] => {
        const name = filled(cellText(row, column.name));
        const target = filled(cellText(row, column.target));
        if (name === null || target === null) return [];
        return [{ name, target, threshold: filled(cellText(row, column.threshold)) }];
      });
    }),
  );
}

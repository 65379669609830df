import type { Requirement } from "@/lib/domain/document";
import { elementsOf, isElement } from "../hast";
import { isTask, itemText, labelledLists } from "./labelled-lists";
import { isIn, type Part } from "./outline";
import { filled } from "./placeholder";

const VERSION = String.raw`v?(\d+(?:\.\d+)*(?:\.x)?)`;
const TOOL = String.raw`([A-Za-z][\w.+-]*(?: [A-Z][\w.+-]*){0,2})`;
/** Tool and version stand at the beginning. */
const LONGEST = 120;
/** "kubectl ≥ 1.28", "kubectl (v1.28+)", "Node.js 20 or later", "Helm version 3.12". */
const VERSIONED = new RegExp(
  String.raw`^${TOOL}\s*(?:[(:,]\s*)?(?:(?:≥|>=|>|~>|\^|==?|at least|[Vv]ersion|minimum|min\.?)\s*)*${VERSION}(?![\w])`,
);

/**
 * What must be at hand before starting: the bullets below "Dependencies", "Prerequisites", "Tools". Items that only
 * introduce others are left out, and so are tasks, which are ticked where they stand.
 */
export function readRequirements(outline: readonly Part[]): Requirement[] {
  const parts = outline.filter((part) => isIn(part, "dependencies", "prerequisites"));
  return labelledLists(parts)
    .filter(({ list }) => list.tagName === "ul")
    .flatMap((list) => list.items)
    .filter((item) => !isTask(item) && !elementsOf(item).some((child) => isElement(child, "ul", "ol")))
    .flatMap((item): Requirement[] => {
      const text = filled(itemText(item).replace(/\.$/, ""));
      if (text === null) return [];
      const match = VERSIONED.exec(text.slice(0, LONGEST));
      return [{ text, tool: match?.[1] ?? null, version: match?.[2] ?? null }];
    });
}

import type { Element, Root } from "hast";
import type { Problem } from "@/lib/domain/document";
import { linesOf } from "../document/keyed-lines";
import type { Part } from "../document/outline";
import { columnOf, elementsOf, isElement, lineOf, textOf, walk } from "../hast";
import { placeOf, report } from "./report";

const BOX = /^\s*(?:[-*+]?\[[ xX]?\])(?=\s|$)/;

/** `[ ] Drain the node` outside a list, or `- [] …`: shown as signs, and nobody can tick it. */
export function boxesOutsideLists(root: Root, lines: readonly string[]): Problem[] {
  const problems: Problem[] = [];
  walk(root, ({ node }) => {
    if (isElement(node, "pre", "table")) return false;
    if (!isElement(node, "p", "li") || elementsOf(node).some((child) => isElement(child, "p"))) return true;
    for (const line of linesOf(node)) {
      const box = BOX.exec(line.nodes.map((child) => textOf(child)).join(""))?.[0].trim();
      if (!box) continue;
      const message = `“${box}” is no box to tick here. Write “- [ ]” at the beginning of a list item.`;
      problems.push(report("task-outside-list", placeOf(lines, box, line.line, line.line), message));
    }
    return true;
  });
  return problems;
}

/** A fence that only the end of the page (or of its list) closes: everything below it is read as code. */
export function unclosedFences(root: Root, lines: readonly string[]): Problem[] {
  const problems: Problem[] = [];
  walk(root, ({ node }) => {
    if (!isElement(node, "pre")) return true;
    if (isUnclosed(node, lines)) {
      const message = "This code fence is never closed, so what stands below it is read as code.";
      problems.push(report("unclosed-fence", { line: lineOf(node), column: columnOf(node) }, message));
    }
    return false;
  });
  return problems;
}

function isUnclosed(pre: Element, lines: readonly string[]): boolean {
  const { start, end } = pre.position ?? {};
  if (!start || !end) return false;
  const opening = /^(`{3,}|~{3,})/.exec((lines[start.line - 1] ?? "").slice(start.column - 1))?.[1];
  if (!opening) return false;
  const closing = /(`{3,}|~{3,})\s*$/.exec(lines[end.line - 1] ?? "")?.[1];
  return end.line === start.line || !closing?.startsWith(opening);
}

/** Neither a heading of the first level nor a title in the front matter: lists and tabs show another heading. */
export function missingTitle(outline: readonly Part[], hasFrontTitle: boolean): Problem[] {
  const isEmpty = outline.every((part) => part.section === null && part.blocks.length === 0);
  const isTitled = outline.some(({ section }) => section?.depth === 1 && section.text !== "");
  if (isEmpty || hasFrontTitle || isTitled) return [];
  const message = "The text has no title: begin it with “# Title”.";
  return [report("missing-title", { line: 1, column: 1 }, message)];
}

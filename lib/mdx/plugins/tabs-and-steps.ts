import { attributesOf, wordsOf } from "./jsx-node";
import type { Literal } from "./literal";
import { isJsx, type SyntaxNode } from "./syntax-node";

/** `<Tabs items={['a', 'b']}>` names its tabs in one list: each tab that says nothing itself gets its name from there. */
export function fillTabTitles(tabs: SyntaxNode, items: Literal | undefined): void {
  if (!Array.isArray(items)) return;
  const children = (tabs.children ?? []).filter(isJsx);
  children.forEach((tab, index) => {
    const title = titleOf(items[index]);
    if (title === null || ["title", "label"].some((name) => attributesOf(tab).has(name))) return;
    tab.attributes = [{ type: "mdxJsxAttribute", name: "title", value: title }, ...(tab.attributes ?? [])];
  });
}

function titleOf(item: Literal | undefined): string | null {
  return wordsOf(item instanceof Map ? (item.get("label") ?? item.get("title")) : item);
}

/** `<Step number={3}>` as the first of a list says where it begins counting; null when it does not. */
export function startOfSteps(steps: SyntaxNode): string | null {
  const first = (steps.children ?? []).find((child) => isJsx(child) && child.name === "Step");
  const number = first ? wordsOf(attributesOf(first).get("number")) : null;
  return number !== null && /^\d{1,4}$/.test(number) ? number : null;
}

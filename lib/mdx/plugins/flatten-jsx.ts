import { COMPONENTS } from "../component-list";
import { AUTHOR_TAGS, PHRASING_TAGS, UNWRAPPED_TAGS } from "../html-tags";
import { textLiteral } from "./literal";
import { isExpression, isJsx, type SyntaxNode } from "./syntax-node";

/**
 * Sets right what stands directly below a node of a guarded tree: comments go, `{"text"}` is text, empty tags give
 * way to what they hold, a paragraph of nothing but components is no paragraph, and a lonely `<Step>` or `<Tab>` gets
 * its list.
 */
export function flattenJsx(parent: SyntaxNode): void {
  if (!parent.children) return;
  const flat = parent.children.flatMap(withoutFragments).flatMap(withoutWrapper);
  parent.children = groupLonely(parent, flat);
}

function withoutFragments(node: SyntaxNode): SyntaxNode[] {
  const out: SyntaxNode[] = [];
  const open = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    if (isJsx(next) && !next.name) open.push(...[...(next.children ?? [])].reverse());
    else if (isExpression(next)) out.push(...asText(next));
    else out.push(next);
  }
  return out;
}

function asText(node: SyntaxNode): SyntaxNode[] {
  const value = textLiteral(node);
  const isFlow = node.type === "mdxFlowExpression";
  if (value === undefined || (isFlow && value.trim() === "")) return [];
  const leaf: SyntaxNode = { ...node, type: "text", value };
  return isFlow ? [{ type: "paragraph", children: [leaf], ...placeOf(node) }] : [leaf];
}

function withoutWrapper(node: SyntaxNode): SyntaxNode[] {
  if (node.type !== "paragraph" || !node.children?.some(isJsx)) return [node];
  const children = node.children.flatMap(withoutFragments);
  const isAlone = children.every((child) => isJsx(child) || isBlank(child));
  if (isAlone && children.some((child) => isJsx(child) && !PHRASING_TAGS.has(child.name ?? ""))) {
    return children.filter(isJsx).map((child) => Object.assign(child, { type: "mdxJsxFlowElement" }));
  }
  // A block in the middle of a sentence would end the paragraph in a browser, and the page would differ from its tree.
  if (children.some(holdsBlock)) node.data = { ...node.data, hName: "div" };
  return [{ ...node, children }];
}

/** Whether a node of a sentence is drawn as a block, or holds one. Code and unknown components are words there. */
function holdsBlock(node: SyntaxNode): boolean {
  const open = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    if (isJsx(next) && isBlockName(next.name ?? "")) return true;
    open.push(...(next.children ?? []));
  }
  return false;
}

function isBlockName(name: string): boolean {
  if (COMPONENTS.get(name)?.draws === "element" || UNWRAPPED_TAGS.has(name)) return true;
  return AUTHOR_TAGS.has(name) && !PHRASING_TAGS.has(name);
}

const lists: ReadonlyMap<string, string> = new Map([
  ["Step", "Steps"],
  ["Tab", "Tabs"],
  ["TabItem", "Tabs"],
]);

function groupLonely(parent: SyntaxNode, children: SyntaxNode[]): SyntaxNode[] {
  if (!children.some((child) => isJsx(child) && lists.has(child.name ?? ""))) return children;
  const out: SyntaxNode[] = [];
  for (const child of children) {
    const list = isJsx(child) ? lists.get(child.name ?? "") : undefined;
    const last = out.at(-1);
    if (!list || parent.name === list) out.push(child);
    else if (last?.data?.isGroup === list) last.children?.push(child);
    else {
      out.push({
        type: "mdxJsxFlowElement",
        name: list,
        children: [child],
        data: { isGroup: list },
        ...placeOf(child),
      });
    }
  }
  return out;
}

function isBlank(node: SyntaxNode): boolean {
  return node.type === "text" && node.value?.trim() === "";
}

function placeOf({ position }: SyntaxNode): Pick<SyntaxNode, "position"> {
  return position ? { position } : {};
}

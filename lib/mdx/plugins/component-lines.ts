import { tagsOfLine } from "./component-syntax";
import { guardProblems } from "./guard";
import { isJsx, type SyntaxNode } from "./syntax-node";

/** Reads an opening tag alone; null when it is none that MDX knows. */
export type ReadTag = (tag: string) => SyntaxNode | null;

type Open = { tag: string; line: SyntaxNode; node: SyntaxNode | null; children: SyntaxNode[] };

/**
 * Makes the lines of tags that `componentSyntax` found the components that they open and close. A tag without its
 * other half, and one that asks for what MDX may not do here, stays as it stands, and so does what it holds.
 */
export function componentLinesToJsx(tree: SyntaxNode, readTag: ReadTag): void {
  const open = [tree];
  for (let parent = open.pop(); parent; parent = open.pop()) {
    if (!parent.children) continue;
    open.push(...parent.children);
    if (parent.children.some((child) => tagsOf(child).length > 0))
      parent.children = nest(parent.children, readTag);
  }
}

function nest(children: readonly SyntaxNode[], readTag: ReadTag): SyntaxNode[] {
  const top: Open = { tag: "", line: { type: "root" }, node: null, children: [] };
  const open = [top];
  const inner = () => open.at(-1) ?? top;
  const dissolve = () => {
    const { tag, line, children: held } = open.pop() ?? top;
    inner().children.push(words(tag, line), ...held);
  };
  for (const child of children) {
    const tags = tagsOf(child);
    if (tags.length === 0) inner().children.push(child);
    for (const tag of tags) {
      const name = nameOf(tag);
      if (!tag.startsWith("</")) {
        const isWhole = tag.endsWith("/>");
        const node = readComponent(tag, child, readTag);
        if (!isWhole) open.push({ tag, line: child, node, children: [] });
        else inner().children.push(node ?? words(tag, child));
        continue;
      }
      const at = open.findLastIndex((each) => each !== top && nameOf(each.tag) === name);
      while (at > 0 && open.length - 1 > at) dissolve();
      const opened = at > 0 ? open.at(-1) : undefined;
      if (opened?.node) {
        open.pop();
        inner().children.push({ ...opened.node, children: opened.children });
      } else {
        if (opened) dissolve();
        inner().children.push(words(tag, child));
      }
    }
  }
  while (open.length > 1) dissolve();
  return top.children;
}

function tagsOf(node: SyntaxNode): string[] {
  return node.type === "html" ? tagsOfLine((node.value ?? "").trim()) : [];
}

function nameOf(tag: string): string {
  return /^<\/?([\w.]+)/.exec(tag)?.[1] ?? "";
}

function readComponent(tag: string, { position }: SyntaxNode, readTag: ReadTag): SyntaxNode | null {
  const node = readTag(tag.replace(/\/?>$/, "/>"));
  if (!node || !isJsx(node) || guardProblems(node).length > 0) return null;
  const { position: _own, ...rest } = node;
  return { ...rest, type: "mdxJsxFlowElement", children: [], ...(position ? { position } : {}) };
}

function words(tag: string, { position }: SyntaxNode): SyntaxNode {
  const place = position ? { position } : {};
  return { type: "paragraph", children: [{ type: "text", value: tag, ...place }], ...place };
}

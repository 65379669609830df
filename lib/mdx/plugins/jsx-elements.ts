import type { Problem } from "@/lib/domain/document";
import { COMPONENTS } from "../component-list";
import { eachNode, problemAt, type SyntaxNode } from "./syntax-node";

/** Attribute names whose hast property is spelled differently. */
const properties: ReadonlyMap<string, string> = new Map([
  ["class", "className"],
  ["classname", "className"],
  ["colspan", "colSpan"],
  ["rowspan", "rowSpan"],
  ["datetime", "dateTime"],
]);

/**
 * Turns guarded JSX nodes into nodes that become plain elements: `<Callout>` → `rp-callout`, `<br/>` → `br`.
 * From here on MDX is a tree like any other and passes the same sanitiser. Returns what was left out.
 */
export function jsxToElements(tree: SyntaxNode): Problem[] {
  const problems: Problem[] = [];
  eachNode(tree, (node) => {
    if (node.children) {
      // Only comments are left of the expressions. A paragraph of nothing but JSX is no paragraph.
      node.children = node.children
        .flatMap((child) =>
          isOnlyJsx(child) ? (child.children ?? []).filter((inner) => inner.type !== "text") : [child],
        )
        .filter((child) => child.type !== "mdxFlowExpression" && child.type !== "mdxTextExpression");
    }
    if (node.type !== "mdxJsxFlowElement" && node.type !== "mdxJsxTextElement") return;
    const name = node.name ?? "";
    const component = COMPONENTS.get(name);
    const hProperties: Record<string, string | string[] | boolean> = { ...component?.fixed };
    for (const attribute of node.attributes ?? []) {
      const written = attribute.name ?? "";
      const value = typeof attribute.value === "string" ? attribute.value : "";
      const lower = written.toLowerCase();
      const property = component ? component.attributes.get(written) : (properties.get(lower) ?? lower);
      if (property === undefined) {
        problems.push(
          problemAt(node, "info", "mdx-unknown-attribute", `<${name}> does not know ${written}.`),
        );
      } else {
        hProperties[property] = property === "className" ? value.split(/\s+/) : value;
      }
    }
    node.type = "portalElement";
    node.data = { hName: component?.tag ?? name, hProperties };
    delete node.attributes;
    delete node.name;
  });
  return problems;
}

function isOnlyJsx(node: SyntaxNode): boolean {
  const children = node.children ?? [];
  return (
    node.type === "paragraph" &&
    children.some((child) => child.type === "mdxJsxTextElement") &&
    children.every(
      (child) =>
        child.type === "mdxJsxTextElement" ||
        child.type === "mdxTextExpression" ||
        (child.type === "text" && child.value?.trim() === ""),
    )
  );
}

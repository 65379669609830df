import { attributeLiteral, type Literal } from "./literal";
import type { SyntaxNode } from "./syntax-node";

/** Attributes by name; a later one of the same name wins, as in JSX. */
export type JsxAttributes = ReadonlyMap<string, Literal>;

/** Makes a node one that remark-rehype turns into this element. */
export function becomeElement(
  node: SyntaxNode,
  hName: string,
  hProperties: Record<string, string | string[] | null> = {},
): void {
  node.type = "portalElement";
  node.data = { hName, hProperties };
  delete node.attributes;
  delete node.name;
}

export function attributesOf(node: SyntaxNode): JsxAttributes {
  const attributes = new Map<string, Literal>();
  for (const attribute of node.attributes ?? []) {
    const literal = attributeLiteral(attribute);
    if (attribute.name && literal !== undefined) attributes.set(attribute.name, literal);
  }
  return attributes;
}

/** Text of an attribute: what is no text and no number says nothing to a reader. */
export function wordsOf(literal: Literal | undefined): string | null {
  if (typeof literal === "number") return String(literal);
  return typeof literal === "string" ? literal : null;
}

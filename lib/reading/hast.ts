import type { Element, ElementContent, Properties, Root, RootContent, Text } from "hast";

export type Parent = Root | Element;
export type Child = RootContent | ElementContent;

/** Makes an element. */
export function el(
  tagName: string,
  properties: Properties,
  ...children: (ElementContent | string)[]
): Element {
  return {
    type: "element",
    tagName,
    properties,
    children: children.map((child) => (typeof child === "string" ? text(child) : child)),
  };
}

export function text(value: string): Text {
  return { type: "text", value };
}

/** Whether a node is one of these elements. At least one name is asked for: none would fit no element. */
export function isElement<Name extends string>(
  node: Child | Root | undefined,
  ...tagNames: readonly [Name, ...Name[]]
): node is Element & { tagName: Name } {
  return node?.type === "element" && (tagNames as readonly string[]).includes(node.tagName);
}

/** White space between blocks. */
export function isBlank(node: Child | undefined): boolean {
  return node?.type === "text" && node.value.trim() === "";
}

export function elementsOf(parent: Parent): Element[] {
  return (parent.children as Child[]).filter(isAnyElement);
}

function isAnyElement(node: Child): node is Element {
  return node.type === "element";
}

/** All text inside; `skip` leaves elements out. */
export function textOf(node: Child | Root, skip: (element: Element) => boolean = () => false): string {
  if (node.type === "text") return node.value;
  if (node.type === "element") {
    if (node.tagName === "br") return "\n";
    if (skip(node)) return "";
  }
  let written = "";
  if ("children" in node) for (const child of node.children) written += textOf(child, skip);
  return written;
}

/** One line: white space collapsed. */
export function oneLine(value: string): string {
  return value.replace(/\s+/g, " ").trim();
}

export function lineOf(node: Child): number {
  return node.position?.start.line ?? 1;
}

export function columnOf(node: Child): number {
  return node.position?.start.column ?? 1;
}

export type Visit = { node: Element; parent: Parent; ancestors: Parent[] };

/** Visits every element in document order; the visitor says whether to go inside. */
export function walk(
  parent: Parent,
  visit: (at: Visit) => boolean | undefined,
  ancestors: Parent[] = [],
): void {
  // Copied, since a visitor may put other nodes in the place of one.
  const elements = elementsOf(parent);
  const inside = [...ancestors, parent];
  for (const node of elements) {
    const goesInside = visit({ node, parent, ancestors: inside }) !== false;
    if (goesInside && node.children.some(isAnyElement)) walk(node, visit, inside);
  }
}

/** Puts other nodes in the place of one. */
export function replaceNode(parent: Parent, node: ElementContent, ...others: ElementContent[]): void {
  const index = (parent.children as ElementContent[]).indexOf(node);
  if (index >= 0) parent.children.splice(index, 1, ...others);
}

/** `h1` … `h6` as a number; null for other elements. */
export function headingDepth(node: Child | Root): 1 | 2 | 3 | 4 | 5 | 6 | null {
  if (node.type !== "element") return null;
  const match = /^h([1-6])$/.exec(node.tagName);
  return match ? (Number(match[1]) as 1 | 2 | 3 | 4 | 5 | 6) : null;
}

import { becomeElement, type JsxAttributes } from "./jsx-node";
import type { Literal } from "./literal";
import type { SyntaxNode } from "./syntax-node";

/** Attributes that hold words for readers, also when it is a single one. */
const WORDS =
  /^(?:title|label|summary|name|description|caption|alt|text|heading|subtitle|content|message|question|answer|author)$/i;
/** Attributes that steer how something looks, whatever they hold. */
const LOOKS =
  /^(?:class|className|style|id|key|ref|rel|target|sx|d|viewBox|sizes|srcset|points|transform|on[A-Z]\w*)$/i;
const ADDRESS = /^(?:href|to|url|link|src)$/i;
const IMAGE = /image|img|figure|screenshot|photo/i;

/**
 * Makes a component that the portal does not have a box with its name, in which everything that it says stands:
 * attributes with words, addresses as links, images, and what it holds. In the middle of a sentence the box is a word.
 */
export function unknownComponent(node: SyntaxNode, attributes: JsxAttributes): void {
  const name = node.name ?? "";
  const isBlock = node.type === "mdxJsxFlowElement";
  const said: string[] = [];
  let address: { name: string; url: string } | null = null;
  for (const [written, literal] of attributes) {
    if (typeof literal === "string" && ADDRESS.test(written)) address ??= { name: written, url: literal };
    else collectWords(written, literal, said);
  }
  const parts = said.map(textNode);
  const linked = address ? [addressNode(name, address, said), ...parts.slice(1)] : parts;
  becomeElement(node, "rp-box", { dataName: name, dataInline: isBlock ? null : "" });
  const children = node.children ?? [];
  node.children = isBlock
    ? [...linked.map((part) => asBlock(part, name)), ...children]
    : [...linked.flatMap((part) => [part, textNode(" ")]), ...children];
}

function collectWords(name: string, literal: Literal, said: string[]): void {
  if (LOOKS.test(name)) return;
  if (typeof literal === "string") {
    if (literal.trim() !== "" && (WORDS.test(name) || /\S\s+\S/.test(literal.trim())))
      said.push(literal.trim());
  } else if (Array.isArray(literal)) {
    for (const item of literal) collectWords(typeof item === "string" ? "text" : name, item, said);
  } else if (literal instanceof Map) {
    for (const [key, value] of literal) collectWords(key, value, said);
  }
}

function addressNode(name: string, address: { name: string; url: string }, said: string[]): SyntaxNode {
  const words = said[0] ?? address.url;
  if (
    address.name.toLowerCase() === "src" &&
    (IMAGE.test(name) || /\.(?:png|jpe?g|gif|webp|svg)$/i.test(address.url))
  )
    return { type: "image", url: address.url, alt: said[0] ?? "" };
  return { type: "link", url: address.url, children: [textNode(words)] };
}

/** Several lines are a drawing or a program: they keep their shape. */
function asBlock(part: SyntaxNode, name: string): SyntaxNode {
  const value = part.type === "text" ? (part.value ?? "") : "";
  if (value.includes("\n")) return { type: "code", lang: /mermaid/i.test(name) ? "mermaid" : "text", value };
  return { type: "paragraph", children: [part] };
}

function textNode(value: string): SyntaxNode {
  return { type: "text", value };
}

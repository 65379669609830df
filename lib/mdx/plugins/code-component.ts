import type { CodeRule } from "../component-list";
import { becomeElement, type JsxAttributes, wordsOf } from "./jsx-node";
import type { SyntaxNode } from "./syntax-node";

/**
 * Makes `<Command command="…" />` or `<Command>…</Command>` a code block, or inline code in the middle of a sentence, so
 * that it is read and copied like any other. One that holds a fence gives way to it. False when there is no code in it.
 */
export function codeComponent(
  node: SyntaxNode,
  rule: CodeRule,
  attributes: JsxAttributes,
  body: string,
): boolean {
  const label = firstWords(attributes, "label", "title", "name");
  const code = firstWords(attributes, "command", "code", "cmd") ?? childText(node, body);
  if (code === null) {
    if (!node.children?.some((child) => child.type === "code")) return false;
    becomeElement(node, "div");
    node.children = [...labelOf(label), ...node.children];
    return true;
  }
  const isBlock = node.type === "mdxJsxFlowElement";
  const lang = firstWords(attributes, "language", "lang") ?? classLanguage(attributes) ?? rule.lang;
  const block: SyntaxNode = isBlock
    ? { type: "code", lang, value: code, ...(node.position ? { position: node.position } : {}) }
    : { type: "inlineCode", value: code.replace(/\s+/g, " ") };
  becomeElement(node, isBlock ? "div" : "span");
  node.children = isBlock ? [...labelOf(label), block] : [...(label ? [textNode(`${label}: `)] : []), block];
  return true;
}

function labelOf(label: string | null): SyntaxNode[] {
  if (label === null) return [];
  return [{ type: "paragraph", children: [{ type: "strong", children: [textNode(label)] }] }];
}

function textNode(value: string): SyntaxNode {
  return { type: "text", value };
}

function firstWords(attributes: JsxAttributes, ...names: string[]): string | null {
  for (const name of names) {
    const words = wordsOf(attributes.get(name));
    if (words !== null && words.trim() !== "") return words;
  }
  return null;
}

function classLanguage(attributes: JsxAttributes): string | null {
  return /\blanguage-([\w+#-]+)/.exec(firstWords(attributes, "className", "class") ?? "")?.[1] ?? null;
}

/** What a component holds, as written: `*` and `_` are signs of a command there, not of Markdown. */
function childText({ children = [] }: SyntaxNode, body: string): string | null {
  const [first, last] = [children[0], children.at(-1)];
  if (!first || !last || children.some((child) => child.type === "code")) return null;
  const only = first.type === "paragraph" && first.children?.length === 1 ? first.children[0] : first;
  const isWritten = only?.type === "inlineCode" || only?.data?.estree !== undefined;
  if (children.length === 1 && isWritten) return outdent(only?.value ?? "");
  const start = first.position?.start.offset;
  const end = last.position?.end?.offset;
  return start === undefined || end === undefined ? null : outdent(body.slice(start, end));
}

/** Without the indent that all lines but the first share, and without blank lines around. */
function outdent(value: string): string | null {
  const lines = value.replace(/^(?:[ \t]*\n)+|\s+$/g, "").split("\n");
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.search(/\S/));
  const [own = 0, ...others] = indents;
  const shared = Math.min(...(others.length > 0 ? others : [own]));
  const text = lines.map((line, index) => (index === 0 ? line.trimStart() : line.slice(shared))).join("\n");
  return text.trim() === "" ? null : text;
}

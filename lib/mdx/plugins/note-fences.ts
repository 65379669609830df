import { calloutKind } from "../component-list";
import { eachNode, type SyntaxNode } from "./syntax-node";
import { checkTextLimits } from "./text-limits";
import { LimitReached } from "./tree-limits";

/** Notes in notes that are read as Markdown; what deeper ones say stands as it is. */
const DEEPEST = 3;
const OPTIONS = /^(?:[ \t]*:(?:class|name|label|icon|open|enumerated):[^\n]*(?:\n|$))+/;

/** Reads a text as Markdown. */
export type ReadMarkdown = (text: string) => SyntaxNode;

/** The word of a fence that is a note, as MyST writes it (```` ```{warning} ````); null for all other fences. */
export function noteWord(lang: string | null | undefined): string | null {
  const word = /^\{(\w+)\}$/.exec(lang ?? "")?.[1];
  return word && calloutKind(word) ? word : null;
}

/**
 * Puts each fence that is a note into a quote that is marked as one, below what it says, read as Markdown. The fence
 * itself stays for those who count code blocks; whoever draws the page leaves it out. Changes the tree.
 */
export function unfoldNoteFences(tree: SyntaxNode, read: ReadMarkdown): void {
  eachNode(tree, (parent) => {
    if (!parent.children?.some((node) => isNote(node))) return;
    parent.children = parent.children.map((node) => (isNote(node) ? toQuote(node, read) : node));
  });
}

function isNote(node: SyntaxNode): boolean {
  return node.type === "code" && noteWord(node.lang) !== null && node.data?.isUnfolded !== true;
}

function toQuote(fence: SyntaxNode, read: ReadMarkdown): SyntaxNode {
  const place = fence.position ? { position: fence.position } : {};
  const mark = paragraph(`[!${noteWord(fence.lang) ?? ""}]`, place);
  const lines = (fence.value ?? "").replace(OPTIONS, (options) => options.replace(/[^\n]/g, ""));
  const said = [...inside(fence.meta ?? "", 0, fence, read), ...inside(lines, 1, fence, read)];
  const code: SyntaxNode = { ...fence, data: { ...fence.data, isUnfolded: true } };
  return { type: "blockquote", children: [mark, ...said, code], ...place };
}

/** What a text of the fence says; text that cannot be read within the limits as it stands. */
function inside(text: string, linesBelow: number, fence: SyntaxNode, read: ReadMarkdown): SyntaxNode[] {
  if (text.trim() === "") return [];
  const { start } = fence.position ?? { start: { line: 1, column: 1 } };
  const depth = Number(fence.data?.noteDepth ?? 1);
  const tree = depth > DEEPEST ? null : readWithinLimits(text, read);
  if (!tree) return [paragraph(text, fence.position ? { position: fence.position } : {})];
  eachNode(tree, (node) => {
    moveBy(node, start.line - 1 + linesBelow, start.column - 1);
    if (node.type === "code") node.data = { ...node.data, noteDepth: depth + 1 };
  });
  return tree.children ?? [];
}

function readWithinLimits(text: string, read: ReadMarkdown): SyntaxNode | null {
  try {
    checkTextLimits(text);
  } catch (error) {
    if (error instanceof LimitReached) return null;
    throw error;
  }
  return read(text);
}

/** Offsets are those of another text: they go. */
function moveBy(node: SyntaxNode, lines: number, columns: number): void {
  if (!node.position) return;
  const { start, end } = node.position;
  const moved = ({ line, column }: { line: number; column: number }) => ({
    line: line + lines,
    column: column + columns,
  });
  node.position = { start: moved(start), ...(end ? { end: moved(end) } : {}) };
}

function paragraph(value: string, place: Pick<SyntaxNode, "position">): SyntaxNode {
  return { type: "paragraph", children: [{ type: "text", value, ...place }], ...place };
}

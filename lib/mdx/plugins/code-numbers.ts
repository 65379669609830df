import { eachNode, type SyntaxNode } from "./syntax-node";

/** Number from 0 of each code block of a text, fenced and indented, by the place where it starts ("12:1"). */
export type CodeNumbers = ReadonlyMap<string, number>;

/** Numbers the code blocks of a Markdown tree in the order of the text. */
export function numberCodeBlocks(tree: SyntaxNode): CodeNumbers {
  const numbers = new Map<string, number>();
  eachNode(tree, (node) => {
    const start = node.position?.start;
    if (node.type === "code" && start) numbers.set(placeOf(start), numbers.size);
  });
  return numbers;
}

/** The number of the block that starts here; null for what is no code block of Markdown, as a raw `<pre>`. */
export function codeNumberAt(
  numbers: CodeNumbers,
  start: { line: number; column: number } | undefined,
): number | null {
  return (start && numbers.get(placeOf(start))) ?? null;
}

function placeOf({ line, column }: { line: number; column: number }): string {
  return `${line}:${column}`;
}

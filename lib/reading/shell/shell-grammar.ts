import { forEachChild, type ParsedScript, parse, type SyntaxNode } from "unbash";

export { forEachChild, type ParsedScript as ShellScript, type SyntaxNode as ShellNode };

/** Parses shell text; null when the grammar finds an error in it, in a substitution too. */
export function parseShell(text: string): ParsedScript | null {
  const script = parse(text);
  return hasError(script) ? null : script;
}

/** Parses shell text that may break off or go wrong further down: what stands before is still told apart. */
export function parseShellStart(text: string): ParsedScript {
  return parse(text);
}

/** Where the text of a node really ends: behind the bodies of its here-documents. Null when one is not closed. */
export function endOfNode(node: SyntaxNode): number | null {
  let end: number | null = node.end;
  const visit = (child: SyntaxNode) => {
    if (child.type === "HereDoc") {
      if (!child.closing) end = null;
      else if (end !== null) end = Math.max(end, child.closing.end);
    }
    // Text of escaped back-ticks counts its own offsets.
    if (child.type !== "Script" || child.source === undefined) forEachChild(child, visit);
  };
  forEachChild(node, visit);
  return end;
}

function hasError(node: SyntaxNode): boolean {
  if (node.type === "Script" && node.errors && node.errors.length > 0) return true;
  let found = false;
  forEachChild(node, (child) => {
    found ||= hasError(child);
  });
  return found;
}

import type { Problem } from "@/lib/domain/document";
import { problemAt, type ScriptNode, type SyntaxNode } from "./syntax-node";

/** Whether a block of module code holds import declarations and nothing else. */
export function isImportOnly(node: SyntaxNode): boolean {
  const program = node.data?.estree as { body?: ScriptNode[] } | null | undefined;
  const statements = program?.body ?? [];
  return statements.length > 0 && statements.every((statement) => statement.type === "ImportDeclaration");
}

/** Takes the imports out of a guarded tree: nothing is ever loaded, and the components that a runbook needs are here. */
export function takeImports(tree: SyntaxNode): Problem[] {
  const imports = (tree.children ?? []).filter((node) => node.type === "mdxjsEsm");
  if (imports.length === 0) return [];
  tree.children = tree.children?.filter((node) => node.type !== "mdxjsEsm") ?? [];
  return imports.map((node) =>
    problemAt(node, "info", "mdx-import-removed", "Imports are taken out: a runbook loads nothing."),
  );
}

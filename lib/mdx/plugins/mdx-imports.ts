import type { Problem } from "@/lib/domain/document";
import { problemAt, type ScriptNode, type SyntaxNode } from "./syntax-node";

const NAMES = String.raw`(?:[\w$]+|\{[^{}]*\}|\*\s+as\s+[\w$]+)`;
const FROM = String.raw`(?:"[^"\n]*"|'[^'\n]*')`;
const IMPORTS = new RegExp(
  String.raw`^(?:import\s+(?:(?:type\s+)?${NAMES}(?:\s*,\s*${NAMES})?\s*from\s*)?${FROM}[ \t]*;?[ \t]*(?:\n|$))+`,
);

/** The statements of a block of module code that are no imports. */
export function codeBesideImports(node: SyntaxNode): ScriptNode[] {
  const program = node.data?.estree as { body?: ScriptNode[] } | null | undefined;
  return (program?.body ?? []).filter((statement) => statement.type !== "ImportDeclaration");
}

/** Takes the imports out of a guarded tree: nothing is ever loaded, and the components that a runbook needs are here. */
export function takeImports(tree: SyntaxNode): Problem[] {
  const imports = (tree.children ?? []).filter((node) => node.type === "mdxjsEsm");
  if (imports.length === 0) return [];
  tree.children = tree.children?.filter((node) => node.type !== "mdxjsEsm") ?? [];
  return imports.map(importRemoved);
}

/** The same for a text that is read as Markdown, where imports are the first lines of a paragraph. */
export function takeImportLines(tree: SyntaxNode): Problem[] {
  const problems: Problem[] = [];
  tree.children =
    tree.children?.filter((node) => {
      const lead = node.type === "paragraph" ? node.children?.[0] : undefined;
      const length = lead?.type === "text" ? (IMPORTS.exec(lead.value ?? "")?.[0].length ?? 0) : 0;
      if (!lead || length === 0) return true;
      problems.push(importRemoved(node));
      lead.value = lead.value?.slice(length) ?? "";
      return lead.value !== "" || (node.children?.length ?? 0) > 1;
    }) ?? [];
  return problems;
}

function importRemoved(node: SyntaxNode): Problem {
  return problemAt(node, "info", "mdx-import-removed", "Imports are taken out: a runbook loads nothing.");
}

import type { Problem } from "@/lib/domain/document";
import { COMPONENTS } from "../component-list";
import { AUTHOR_TAGS } from "../html-tags";
import type { CodeNumbers } from "./code-numbers";
import { eachNode, problemAt, type SyntaxNode } from "./syntax-node";

/** Thrown when a text asks for what MDX may not do here. */
export class GuardRefusal extends Error {
  readonly problems: Problem[];
  /** Of the text as MDX: they hold for it when it is shown as Markdown too. */
  readonly codeNumbers: CodeNumbers;

  constructor(problems: Problem[], codeNumbers: CodeNumbers) {
    super("The text asks for what MDX may not do here.");
    this.name = "GuardRefusal";
    this.problems = problems;
    this.codeNumbers = codeNumbers;
  }
}

/**
 * Refuses by node type whatever would be evaluated, and every tag that is not listed. A list of bad words has been
 * beaten by one-liners; a node type cannot be spelled differently.
 */
export function guardProblems(tree: SyntaxNode): Problem[] {
  const problems: Problem[] = [];
  eachNode(tree, (node) => {
    switch (node.type) {
      case "mdxjsEsm":
        problems.push(refusal(node, "mdx-esm", "Imports and exports are not allowed in a runbook."));
        break;
      case "mdxFlowExpression":
      case "mdxTextExpression":
        if (!isComment(node)) {
          problems.push(
            refusal(
              node,
              "mdx-expression",
              "Expressions in braces are not allowed; write \\{ for a plain brace.",
            ),
          );
        }
        break;
      case "mdxJsxFlowElement":
      case "mdxJsxTextElement":
        problems.push(...elementProblems(node));
        break;
    }
  });
  return problems;
}

/** `{/* … *​/}`: holds no code at all and is left out later. */
export function isComment(node: SyntaxNode): boolean {
  const program = node.data?.estree as { body?: unknown[] } | null | undefined;
  return (program?.body?.length ?? (node.value?.trim() ? 1 : 0)) === 0;
}

function elementProblems(node: SyntaxNode): Problem[] {
  const problems: Problem[] = [];
  const name = node.name ?? "";
  if (name === "") {
    problems.push(refusal(node, "mdx-fragment", "Empty tags (<>…</>) are not allowed."));
  } else if (!COMPONENTS.has(name) && !AUTHOR_TAGS.has(name)) {
    const hint = /^[A-Z]/.test(name) ? `Components that exist: ${[...COMPONENTS.keys()].join(", ")}.` : "";
    problems.push(
      refusal(node, "mdx-unknown-tag", `<${name}> is not a tag that runbooks know. ${hint}`.trim()),
    );
  }
  for (const attribute of node.attributes ?? []) {
    if (attribute.type !== "mdxJsxAttribute") {
      problems.push(refusal(node, "mdx-spread", `<${name}>: spread attributes ({...}) are not allowed.`));
    } else if (attribute.value !== null && typeof attribute.value === "object") {
      problems.push(
        refusal(node, "mdx-attribute", `<${name}>: ${attribute.name ?? ""} must be plain text in quotes.`),
      );
    }
  }
  return problems;
}

function refusal(node: SyntaxNode, rule: string, message: string): Problem {
  return problemAt(node, "warning", rule, message);
}

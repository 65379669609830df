import type { Problem } from "@/lib/domain/document";
import type { LintRuleName } from "@/lib/domain/lint-rules";
import type { CodeNumbers } from "./code-numbers";
import { attributeLiteral, textLiteral } from "./literal";
import { codeBesideImports } from "./mdx-imports";
import {
  eachNode,
  isExpression,
  isJsx,
  problemAt,
  type ScriptNode,
  type SyntaxNode,
  type SyntaxPoint,
} from "./syntax-node";

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
 * Refuses by node type whatever would have to be evaluated. A list of bad words has been beaten by one-liners; a node
 * type cannot be spelled differently. Literals are data, comments are nothing, imports are taken out later.
 */
export function guardProblems(tree: SyntaxNode): Problem[] {
  const problems: Problem[] = [];
  eachNode(tree, (node) => {
    if (node.type === "mdxjsEsm") {
      problems.push(...codeBesideImports(node).map(codeRefusal));
    } else if (isExpression(node) && !isComment(node) && textLiteral(node) === undefined) {
      problems.push(
        refusal(
          node,
          "mdx-expression",
          "Expressions in braces are not allowed; write \\{ for a plain brace.",
        ),
      );
    } else if (isJsx(node)) {
      problems.push(...attributeProblems(node));
    }
  });
  return problems;
}

/** `{/* … *​/}`: holds no code at all and is left out later. */
export function isComment(node: SyntaxNode): boolean {
  const program = node.data?.estree as { body?: unknown[] } | null | undefined;
  return (program?.body?.length ?? (node.value?.trim() ? 1 : 0)) === 0;
}

function attributeProblems(node: SyntaxNode): Problem[] {
  const name = node.name ?? "";
  return (node.attributes ?? []).flatMap((attribute) => {
    if (attribute.type !== "mdxJsxAttribute") {
      return refusal(node, "mdx-spread", `<${name}>: spread attributes ({...}) are not allowed.`);
    }
    if (attributeLiteral(attribute) !== undefined) return [];
    const words = `<${name}>: ${attribute.name ?? ""} must be text in quotes, or a plain value in braces.`;
    return refusal(node, "mdx-attribute", words);
  });
}

function codeRefusal(statement: ScriptNode): Problem {
  const { line = 1, column = 0 } = placeOf(statement);
  const message = "Exports and other code are not allowed in a runbook.";
  return { line, column: column + 1, severity: "warning", rule: "mdx-esm", message };
}

/** Where a piece of JavaScript begins; its parser counts columns from 0. */
function placeOf({ loc }: ScriptNode): Partial<SyntaxPoint> {
  return (loc as { start?: SyntaxPoint } | undefined)?.start ?? {};
}

function refusal(node: SyntaxNode, rule: LintRuleName, message: string): Problem {
  return problemAt(node, "warning", rule, message);
}

import type { CompiledRunbook, Problem, RunbookFormat } from "@/lib/domain/document";
import { annotate } from "../annotate/annotate";
import { splitFrontMatter } from "../front-matter";
import { GuardRefusal } from "../plugins/guard";
import { packStatic, unpackStatic } from "../plugins/pack-static";
import { LimitReached } from "../plugins/tree-limits";
import { sourceRoad, wholeTextProblem } from "../source-road";
import { bundle } from "./bundle";
import { evaluate } from "./evaluate";
import { readTree } from "./read-tree";

/** Compiles in this thread: MDX, else Markdown, else the source text. Each fallback leaves its reasons. */
export async function compile(input: { source: string; format: RunbookFormat }): Promise<CompiledRunbook> {
  const source = input.source.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const { data: frontMatter, body } = splitFrontMatter(source);
  const fallbacks: Problem[] = [];
  const roads: RunbookFormat[] = input.format === "mdx" ? ["mdx", "md"] : ["md"];
  for (const road of roads) {
    try {
      const { tree, problems } = readTree(body, road);
      const { model, problems: noticed } = annotate(tree, { source, frontMatter });
      const pieces = packStatic(tree);
      const html = unpackStatic(evaluate(await bundle(tree)), pieces);
      return { html, model, problems: [...fallbacks, ...problems, ...noticed], road };
    } catch (error) {
      fallbacks.push(...reasons(error, road));
      if (error instanceof LimitReached) break;
    }
  }
  return sourceRoad(source, fallbacks);
}

function reasons(error: unknown, road: RunbookFormat): Problem[] {
  if (error instanceof GuardRefusal) return error.problems;
  if (error instanceof LimitReached) {
    return [wholeTextProblem(error.rule, `${error.message} It is shown as source text.`)];
  }
  if (isParserMessage(error)) {
    return [
      {
        line: error.line ?? 1,
        column: error.column ?? 1,
        rule: `${road}-syntax`,
        severity: "warning",
        message: `Not readable as MDX, so it is shown as Markdown: ${error.reason}`,
      },
    ];
  }
  const detail = error instanceof RangeError ? "It is nested too deep." : "";
  return [
    wholeTextProblem(
      "not-readable",
      `The text could not be read and is shown as it stands. ${detail}`.trim(),
    ),
  ];
}

type ParserMessage = { reason: string; line?: number | undefined; column?: number | undefined };

function isParserMessage(error: unknown): error is ParserMessage {
  return error instanceof Error && "reason" in error && typeof error.reason === "string";
}

import type { CompiledRunbook, Problem, RunbookFormat } from "@/lib/domain/document";
import type { LocalRiskWord } from "@/lib/domain/local-risk-words";
import { splitFrontMatter } from "@/lib/reading/front-matter";
import { annotate } from "../annotate/annotate";
import type { CodeNumbers } from "../plugins/code-numbers";
import { GuardRefusal } from "../plugins/guard";
import { packStatic, unpackStatic } from "../plugins/pack-static";
import { LimitReached } from "../plugins/tree-limits";
import { sourceRoad, wholeTextProblem } from "../source-road";
import { bundle } from "./bundle";
import { evaluate } from "./evaluate";
import { type Reading, readTree } from "./read-tree";

export type CompileJob = {
  source: string;
  format: RunbookFormat;
  imageHosts?: readonly string[];
  riskWords?: readonly LocalRiskWord[];
};

/**
 * Compiles in this thread: MDX, else Markdown, else the source text. Each fallback leaves its reasons.
 * It rejects only when the bundler fails on a finished tree, which is never the text's doing.
 */
export async function compile(input: CompileJob): Promise<CompiledRunbook> {
  const source = legible(input.source);
  const { data: frontMatter, body, problem } = splitFrontMatter(source);
  const fallbacks: Problem[] = problem ? [problem] : [];
  let mdxNumbers: CodeNumbers | null = null;
  const readings: Reading[] = input.format === "mdx" ? ["mdx", "mdx-as-md"] : ["md"];
  for (const reading of readings) {
    const read = attempt(() => {
      const { imageHosts = [], riskWords = [] } = input;
      const { tree, codeNumbers, problems } = readTree(body, reading, { imageHosts, mdxNumbers });
      const facts = { source, frontMatter, codeNumbers, riskWords };
      const { model, problems: noticed } = annotate(tree, facts);
      return { model, problems: [...problems, ...noticed], packed: packStatic(tree) };
    });
    if ("error" in read) {
      fallbacks.push(...reasons(read.error, reading));
      if (read.error instanceof LimitReached) break;
      if (read.error instanceof GuardRefusal) mdxNumbers = read.error.codeNumbers;
      continue;
    }
    const { model, problems, packed } = read.value;
    const html = packed.rest
      ? unpackStatic(evaluate(await bundle(packed.rest)), packed.pieces)
      : packed.pieces.join("");
    return { html, model, problems: [...fallbacks, ...problems], road: reading === "mdx" ? "mdx" : "md" };
  }
  return sourceRoad(source, fallbacks);
}

/** One kind of line end, and a sign for what no column, no JSON and no page can hold: NUL, and half of a letter. */
function legible(source: string): string {
  return source
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n")
    .replace(/[\0\p{Surrogate}]/gu, "\uFFFD");
}

function attempt<Value>(work: () => Value): { value: Value } | { error: unknown } {
  try {
    return { value: work() };
  } catch (error) {
    return { error };
  }
}

function reasons(error: unknown, reading: Reading): Problem[] {
  if (error instanceof GuardRefusal) return error.problems;
  if (error instanceof LimitReached) {
    return [wholeTextProblem(error.rule, `${error.message} It is shown as source text.`)];
  }
  if (reading === "mdx" && isParserMessage(error)) {
    return [
      {
        line: error.line ?? 1,
        column: error.column ?? 1,
        rule: "mdx-syntax",
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

import type { CompiledRunbook, Problem, RenderRoad, RunbookFormat, RunbookModel } from "@/lib/domain/document";
import { annotate } from "../annotate/annotate";
import { splitFrontMatter } from "../front-matter";
import { GuardRefusal } from "../plugins/guard";
import { LimitReached } from "../plugins/tree-limits";
import { sourceRoad, wholeTextProblem } from "../source-road";
import { bundle } from "./bundle";
import { evaluate } from "./evaluate";

/** Compiles in this thread: MDX, else Markdown, else the source text. Each fallback leaves its reasons. */
export async function compile(input: { source: string; format: RunbookFormat }): Promise<CompiledRunbook> {
  const source = input.source.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const { data, body } = splitFrontMatter(source);
  const problems: Problem[] = [];
  const roads: RunbookFormat[] = input.format === "mdx" ? ["mdx", "md"] : ["md"];
  for (const road of roads) {
    try {
      return await take(road);
    } catch (error) {
      problems.push(...reasons(error, road));
      if (error instanceof LimitReached) break;
    }
  }
  return sourceRoad(source, problems);

  async function take(road: RunbookFormat & RenderRoad): Promise<CompiledRunbook> {
    let read: { model: RunbookModel; problems: Problem[] } | null = null;
    const { code, problems: found } = await bundle({
      body,
      format: road,
      annotate: (tree) => {
        read = annotate(tree, { source, frontMatter: data });
      },
    });
    const html = evaluate(code);
    const { model, problems: noticed } = read ?? fail();
    return { html, model, problems: [...problems, ...found, ...noticed], road };
  }
}

function fail(): never {
  throw new Error("The bundler never asked for the tree.");
}

function reasons(error: unknown, road: RunbookFormat): Problem[] {
  if (error instanceof GuardRefusal) return error.problems;
  if (error instanceof LimitReached) return [wholeTextProblem(error.rule, `${error.message} It is shown as source text.`)];
  if (road === "mdx") {
    const first = buildErrors(error)[0];
    const said = first?.text ?? (error instanceof Error ? error.message : "");
    return [
      {
        line: Math.max(1, first?.location?.line ?? 1),
        column: (first?.location?.column ?? 0) + 1,
        rule: "mdx-syntax",
        severity: "warning",
        message: `Not readable as MDX, shown as Markdown: ${oneSentence(said)}`,
      },
    ];
  }
  const detail = error instanceof RangeError ? "It is nested too deep." : "";
  return [wholeTextProblem("not-readable", `The text could not be read as Markdown and is shown as it stands. ${detail}`.trim())];
}

type BuildError = { text?: string; location?: { line: number; column: number } | null };

function buildErrors(error: unknown): BuildError[] {
  const errors = typeof error === "object" && error !== null && "errors" in error ? error.errors : null;
  return Array.isArray(errors) ? errors : [];
}

/** The parser's own words without the bundler's frame around them. */
function oneSentence(message: string): string {
  return message
    .replace(/^Cannot process MDX file with esbuild:?\s*/i, "")
    .replace(/^\s*(?:VFileMessage|Error):\s*/, "")
    .replace(/\s+/g, " ")
    .trim();
}

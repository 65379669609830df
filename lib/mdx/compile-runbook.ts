import { createHash } from "node:crypto";
import type { CompiledRunbook } from "@/lib/domain/document";
import { formatRiskWords } from "@/lib/domain/local-risk-words";
import { metrics } from "@/lib/metrics";
import { type CompileInput, compiler } from "./compiler";
import { LIMITS } from "./limits";
import { PIPELINE_VERSION } from "./pipeline-version";
import { PoolFailure, type PoolFailureReason } from "./pool";
import { sourceRoad, wholeTextProblem } from "./source-road";

/**
 * Compiles a runbook's text, for pages and previews alike: MDX, else Markdown, else the escaped source, and says in
 * `problems` why. It never rejects because of the text. The same text is compiled once a process.
 */
export function compileRunbook(input: CompileInput): Promise<CompiledRunbook> {
  if (Buffer.byteLength(input.source) > LIMITS.bytes) return Promise.resolve(tooLarge(input.source));
  const { cache } = compiler();
  const key = compileKey(input);
  const result: Promise<CompiledRunbook> = cache.getOrMake(key, input.source.length, () =>
    attempt(input).then(({ compiled, forgetAfterMs }) => {
      countFallback(input, compiled);
      if (forgetAfterMs !== null) setTimeout(() => cache.forget(key, result), forgetAfterMs).unref();
      return compiled;
    }),
  );
  return result;
}

/** Names a compile: what it reads and how. Whoever stores a result stores it under this. */
export function compileKey({ source, format, riskWords = [] }: CompileInput): string {
  const hosts = compiler().imageHosts.join(" ");
  const words = formatRiskWords(riskWords);
  return createHash("sha256")
    .update(`${PIPELINE_VERSION}\0${hosts}\0${words}\0${format}\0${source}`)
    .digest("hex");
}

/** Starts the workers ahead of the first text. */
export function warmCompiler(): void {
  compiler().pool.warm();
}

/** Counts a text that was not rendered as its format; the reason is the name of a rule of ours. */
function countFallback({ format }: CompileInput, { road, problems }: CompiledRunbook): void {
  if (road === format) return;
  const reason = road === "md" ? "mdx-as-md" : (problems.at(-1)?.rule ?? "unknown");
  metrics().renderFallbacks.inc({ reason });
}

async function attempt(
  input: CompileInput,
): Promise<{ compiled: CompiledRunbook; forgetAfterMs: number | null }> {
  const { pool, imageHosts } = compiler();
  try {
    const { source, format, riskWords = [] } = input;
    const job = { source, format, riskWords, imageHosts };
    const compiled = await pool.run(job, { isHeavy: input.source.length > LIMITS.heavyLetters });
    return { compiled, forgetAfterMs: null };
  } catch (error) {
    const reason = error instanceof PoolFailure ? error.reason : "crash";
    const problem = wholeTextProblem(`compile-${reason}`, sentences[reason]);
    // A text that took too long is left alone for a moment; the rest may go well at once.
    return {
      compiled: sourceRoad(input.source, [problem]),
      forgetAfterMs: reason === "timeout" ? LIMITS.holdOffMs : 0,
    };
  }
}

const sentences: Record<PoolFailureReason, string> = {
  timeout: `Reading this text took longer than ${LIMITS.deadlineMs / 1000} seconds, so it is shown as source text. Deeply nested or endless emphasis is the usual cause.`,
  crash: "Reading this text failed, so it is shown as source text.",
  busy: "Too many texts are being read at this moment, so this one is shown as source text. Reload in a few seconds.",
  start: "The reader of runbooks could not start, so the source text is shown.",
};

function tooLarge(source: string): CompiledRunbook {
  const limit = `${LIMITS.bytes / 1024} KB`;
  const problem = wholeTextProblem(
    "too-large",
    `The text is larger than ${limit}, so it is shown as source text.`,
  );
  return sourceRoad(source, [problem]);
}

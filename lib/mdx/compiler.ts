import path from "node:path";
import type { CompiledRunbook, RunbookFormat } from "@/lib/domain/document";
import type { LocalRiskWord } from "@/lib/domain/local-risk-words";
import { imageHosts } from "@/lib/env";
import { PromiseCache } from "./cache";
import { LIMITS } from "./limits";
import { WorkerPool } from "./pool";

export type CompileInput = {
  source: string;
  format: RunbookFormat;
  /** Local words of the portal and the squad; none when left out. */
  riskWords?: readonly LocalRiskWord[];
};

export type Compiler = {
  pool: WorkerPool<CompileInput & { imageHosts: readonly string[] }, CompiledRunbook>;
  /** The workers have an empty environment: what they have to know of it goes along with each text. */
  imageHosts: readonly string[];
  cache: PromiseCache<CompiledRunbook>;
};

const KEY = Symbol.for("runbook-portal.compiler");
type Holder = { [KEY]?: Compiler };

/** The process's own compiler. Next loads this module several times (pages, routes, reloads); they share one. */
export function compiler(): Compiler {
  return startCompiler(path.join(/* turbopackIgnore: true */ process.cwd(), "build", "compile-worker.mjs"));
}

/** The same for a program that is not started in the portal's own folder: it says first where the worker is. */
export function startCompiler(workerFile: string): Compiler {
  const holder = globalThis as Holder;
  holder[KEY] ??= createCompiler(workerFile);
  return holder[KEY];
}

function createCompiler(workerFile: string): Compiler {
  return {
    pool: new WorkerPool({
      file: workerFile,
      size: 2,
      deadlineMs: LIMITS.deadlineMs,
      startMs: LIMITS.startMs,
      queue: LIMITS.queue,
      worker: {
        // No secret of the portal is within reach of what an author wrote; React only wants to know its build.
        env: { NODE_ENV: "production" },
        execArgv: [],
        resourceLimits: {
          maxOldGenerationSizeMb: LIMITS.heapMb,
          maxYoungGenerationSizeMb: LIMITS.youngHeapMb,
        },
      },
    }),
    imageHosts: imageHosts(),
    cache: new PromiseCache(LIMITS.cachedLetters),
  };
}

import { realpathSync } from "node:fs";
import { bundle } from "./lib/bundle.mjs";

/** Makes build/compile-worker.mjs, the worker that compiles runbooks, when it is stale. */
export const buildWorker = () => bundle({ name: "compile-worker", entry: "lib/mdx/worker/main.ts" });

if (process.argv[1] && import.meta.filename === realpathSync(process.argv[1])) await buildWorker();

#!/usr/bin/env node
import "./lib/node-version.mjs";
import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./lib/places.mjs";

// The command `runbook`: see docs/command-line.md. The program is lib/cli; it is bundled when it is stale.

if (!existsSync(path.join(root, "node_modules/esbuild"))) {
  process.stderr.write(`The packages are not installed: run "npm ci" in ${root}, then try again.\n`);
  process.exit(1);
}
const { bundle } = await import("./lib/bundle.mjs");
const { buildWorker } = await import("./build-worker.mjs");
const workerFile = await buildWorker();
const program = await import(pathToFileURL(await bundle({ name: "runbook", entry: "lib/cli/main.ts" })).href);
process.exitCode = await program.main(process.argv.slice(2), { root, workerFile });

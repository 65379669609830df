#!/usr/bin/env node
import "./lib/node-version.mjs";
import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./lib/places.mjs";
import { explain, Stop } from "./lib/report.mjs";

// The command `runbook`: see docs/command-line.md. The program is lib/cli; it is bundled when it is stale.

try {
  const { main, workerFile } = await prepare();
  process.exitCode = await main(process.argv.slice(2), { root, workerFile, openStore });
} catch (error) {
  explain(error);
  process.exitCode = 1;
}

async function prepare() {
  if (!existsSync(path.join(root, "node_modules/esbuild"))) {
    throw new Stop(`The packages are not installed: run "npm ci" in ${root}, then try again.`);
  }
  const { buildCommandLine, buildWorker } = await import("./lib/bundle.mjs");
  try {
    const workerFile = await buildWorker();
    const program = await import(pathToFileURL(await buildCommandLine()).href);
    return { main: program.main, workerFile };
  } catch (error) {
    throw new Stop(
      `The command could not be built: mend what stands above, or run "npm ci" in ${root} when packages are missing.`,
      error instanceof Error ? error.message : String(error),
    );
  }
}

/** For the commands that need the database: all others work without it, and without its client. */
async function openStore() {
  const { openStore: open } = await import("./lib/store.mjs");
  return open();
}

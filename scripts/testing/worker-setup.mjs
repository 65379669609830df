import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../lib/places.mjs";

/** Vitest's global set-up of all tests: the render worker that tests of lib/mdx start must be built. */
export default async function setup() {
  const script = path.join(root, "scripts/build-worker.mjs");
  if (!existsSync(script)) return;
  const { buildWorker } = await import(pathToFileURL(script).href);
  await buildWorker();
}

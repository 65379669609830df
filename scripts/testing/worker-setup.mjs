import { ensureBundles, ensureGenerated } from "../lib/build.mjs";

/** Vitest's global set-up of all tests: what they import must be generated, and the render worker built. */
export default async function setup() {
  await ensureGenerated();
  await ensureBundles();
}

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";

/** Style sheet and script of the pages that stand alone, as scripts/lib/bundle.mjs made them. */
export type StandaloneAssets = {
  css: string;
  script: { code: string /** As a policy names it. */; hash: string };
};

let loaded: Promise<StandaloneAssets> | null = null;

/** Read once a process, from build/; a failure is forgotten. */
export function standaloneAssets(): Promise<StandaloneAssets> {
  loaded ??= read().catch((error: unknown) => {
    loaded = null;
    throw error;
  });
  return loaded;
}

async function read(): Promise<StandaloneAssets> {
  const folder = path.join(/* turbopackIgnore: true */ process.cwd(), "build");
  const [css, code] = await Promise.all([
    readFile(path.join(folder, "standalone.css"), "utf8"),
    readFile(path.join(folder, "standalone.js"), "utf8"),
  ]);
  // A browser hashes the text as it stands between the tags.
  return { css, script: { code, hash: `sha256-${createHash("sha256").update(code).digest("base64")}` } };
}

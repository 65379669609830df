import { readFileSync, statSync } from "node:fs";
import { mkdir, rename, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { root } from "./places.mjs";

/** Makes build/compile-worker.mjs, the worker that compiles runbooks. @returns {Promise<string>} its path */
export const buildWorker = () => bundle({ name: "compile-worker", entry: "lib/mdx/worker/main.ts" });

/** Makes build/runbook.mjs, the program of the command line. @returns {Promise<string>} its path */
export const buildCommandLine = () => bundle({ name: "runbook", entry: "lib/cli/main.ts" });

/** Makes build/store.mjs, the part of the command line that talks to the database. @returns {Promise<string>} its path */
export const buildStore = () => bundle({ name: "store", entry: "lib/cli/store.ts" });

/** Makes build/service-worker.js, which browsers keep. @returns {Promise<string>} its path */
export const buildServiceWorker = () =>
  bundle({
    name: "service-worker",
    ending: "js",
    entry: "components/offline/worker/main.ts",
    options: { ...script, define: { "process.env.NODE_ENV": '"production"' } },
  });

/** Makes build/standalone.js and build/standalone.css, which stand inside of pages that need no portal. */
export async function buildStandalone() {
  const entry = (/** @type {string} */ file) => `components/standalone/${file}`;
  await bundle({ name: "standalone", ending: "js", entry: entry("main.ts"), options: script });
  await bundle({ name: "standalone", ending: "css", entry: entry("page.css"), options: sheet });
}

/** @type {import("esbuild").BuildOptions} */
const script = {
  platform: "browser",
  format: "iife",
  target: "es2022",
  packages: "bundle",
  minify: true,
  charset: "ascii",
};

/** @type {import("esbuild").BuildOptions} */
const sheet = {
  target: "esnext",
  minify: true,
  charset: "utf8",
  plugins: [
    {
      name: "without-theme",
      setup({ onLoad }) {
        // Names for Tailwind, which these pages do without.
        onLoad({ filter: /[/\\]tokens\.css$/ }, ({ path: file }) => ({
          contents: readFileSync(file, "utf8").replace(/@theme inline \{[^}]*\}/, ""),
          loader: "css",
        }));
      },
    },
  ],
};

/**
 * Bundles files of the portal into build/<name>.<ending>; does nothing when that is newer than all it is made from.
 * Packages stay outside and are loaded from node_modules.
 * @param {{ name: string, entry: string, ending?: string, options?: import("esbuild").BuildOptions }} what the entry
 *   is a path from the root; `options` overrule
 * @returns {Promise<string>} path of the bundle
 */
export async function bundle({ name, entry, ending = "mjs", options }) {
  const outFile = path.join(root, "build", `${name}.${ending}`);
  const inputsFile = path.join(root, "build", `${name}.${ending}.inputs.json`);
  if (isFresh(outFile, inputsFile)) return outFile;
  const from = new Date();
  const esbuild = await import("esbuild");
  const result = await esbuild.build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    jsx: "automatic",
    packages: "external",
    // The package throws outside of a React server, to keep server code out of browsers; no browser gets this.
    alias: { "@": root, "server-only": path.join(root, "node_modules/server-only/empty.js") },
    metafile: true,
    write: false,
    logLevel: "silent",
    ...options,
  });
  await mkdir(path.dirname(outFile), { recursive: true });
  await replaceFile(inputsFile, JSON.stringify(Object.keys(result.metafile.inputs)), from);
  await replaceFile(outFile, result.outputFiles[0].contents, from);
  return outFile;
}

function isFresh(outFile, inputsFile) {
  try {
    const made = statSync(outFile).mtimeMs;
    const inputs = JSON.parse(readFileSync(inputsFile, "utf8"));
    return [...inputs, "scripts/lib/bundle.mjs", "package-lock.json"].every(
      (file) => statSync(path.join(root, file)).mtimeMs <= made,
    );
  } catch {
    return false;
  }
}

/**
 * Written aside and renamed, so that whoever reads it meanwhile never reads half a file. Its time is that of the
 * start: a source that is saved during the build is newer.
 */
async function replaceFile(file, contents, time) {
  const aside = `${file}.${process.pid}`;
  await writeFile(aside, contents);
  await utimes(aside, time, time);
  await rename(aside, file);
}

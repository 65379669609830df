import { readFileSync, statSync } from "node:fs";
import { mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const outFile = path.join(root, "build", "compile-worker.mjs");
const inputsFile = path.join(root, "build", "compile-worker.inputs.json");

/** Bundles the compile worker into one file; does nothing when that is newer than all it is made from. */
export async function buildWorker() {
  if (isFresh()) return { outFile, built: false };
  const esbuild = await import("esbuild");
  const result = await esbuild.build({
    absWorkingDir: root,
    entryPoints: ["lib/mdx/worker/main.ts"],
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    jsx: "automatic",
    packages: "external",
    alias: { "@": root },
    metafile: true,
    write: false,
    logLevel: "warning",
  });
  await mkdir(path.dirname(outFile), { recursive: true });
  const inputs = Object.keys(result.metafile.inputs);
  // Written aside and renamed, so that a worker that starts meanwhile never reads half a file.
  await replaceFile(outFile, result.outputFiles[0].contents);
  await replaceFile(inputsFile, JSON.stringify(inputs));
  return { outFile, built: true };
}

function isFresh() {
  try {
    const made = statSync(outFile).mtimeMs;
    const inputs = JSON.parse(readFileSync(inputsFile, "utf8"));
    return [...inputs, "scripts/build-worker.mjs", "package-lock.json"].every(
      (file) => statSync(path.join(root, file)).mtimeMs <= made,
    );
  } catch {
    return false;
  }
}

async function replaceFile(file, contents) {
  const aside = `${file}.${process.pid}`;
  await writeFile(aside, contents);
  await rename(aside, file);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await buildWorker();

import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { bundleMDX } from "mdx-bundler";
import remarkGfm from "remark-gfm";
import { bundle } from "../../scripts/lib/bundle.mjs";
import { root } from "../../scripts/lib/places.mjs";
import { inTurns } from "../lib/timing.mjs";

const seeds = ["runbook-template", "api-service-example"];

/**
 * The whole compile of a seed (front matter, parse, fence, document model, highlighting, HTML) against mdx-bundler
 * alone on the same text (parse and bundle, no model, no HTML).
 */
export async function run() {
  const { compile } = await import(
    pathToFileURL(await bundle({ name: "bench-compile", entry: "lib/mdx/worker/compile.ts" })).href
  );
  const rows = [];
  for (const seed of seeds) {
    const source = readFileSync(path.join(root, "content", `${seed}.md`), "utf8");
    const { road } = await compile({ source, format: "md" });
    if (road !== "md") throw new Error(`${seed} was shown as ${road}: there is nothing to time.`);
    const { ours, baseline } = await inTurns({
      ours: () => compile({ source, format: "md" }),
      baseline: () => bundleAlone(source),
      rounds: 40,
      warmUp: 10,
    });
    rows.push({ name: `compile ${seed}`, value: ours, unit: "ms", baseline, goal: 2 });
  }
  return rows;
}

function bundleAlone(source) {
  return bundleMDX({
    source,
    mdxOptions: (options) => ({
      ...options,
      // Both lists are needed: the bundler names its entry `.mdx` whatever the format is.
      format: "md",
      mdExtensions: [".mdx"],
      mdxExtensions: [],
      remarkPlugins: [...(options.remarkPlugins ?? []), remarkGfm],
    }),
  });
}

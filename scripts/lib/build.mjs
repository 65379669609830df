import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { buildCommandLine, buildServiceWorker, buildStandalone, buildStore, buildWorker } from "./bundle.mjs";
import { writeOfflineAssets } from "./offline-assets.mjs";
import { root } from "./places.mjs";
import { run } from "./processes.mjs";
import { Stop, step } from "./report.mjs";
import { freshness } from "./stale.mjs";

const quiet = { NEXT_TELEMETRY_DISABLED: "1", CHECKPOINT_DISABLE: "1", PRISMA_HIDE_UPDATE_MESSAGE: "1" };

/** The command file of an installed package. @param {string} relative */
export const tool = (relative) => path.join(root, "node_modules", relative);
export const nextCommand = tool("next/dist/bin/next");

/** Makes the Prisma client when the schema changed. */
export async function ensureGenerated() {
  const inputs = ["prisma/schema.prisma", "prisma.config.ts", "node_modules/prisma/package.json"];
  const { isFresh, markFresh } = freshness({ stamp: "lib/db/generated/.stamp", inputs });
  if (isFresh) return;
  await step("Generating the database client", () =>
    run(process.execPath, [tool("prisma/build/index.js"), "generate"], {
      cwd: root,
      env: { ...process.env, ...quiet },
      fail: "The database client could not be generated: prisma/schema.prisma has a mistake, or node_modules is damaged (remove it and start again).",
    }),
  );
  markFresh();
}

/**
 * Bundles what a server reads from build/: the worker that renders runbooks, the one that browsers keep for the time
 * without a network, and the parts of pages that stand alone.
 */
export async function ensureBundles() {
  await buildWorker();
  await buildServiceWorker();
  await buildStandalone();
}

/** Bundles the command line, for an image whose folders may not be written to. */
export async function ensureCommandLine() {
  await buildCommandLine();
  await buildStore();
}

/** Everything that `next build` reads: a change of any of it makes the build stale. */
function buildInputs() {
  const ours = /\.(ts|mjs|json)$/;
  const notBuilt = /^(vitest|playwright|biome)\b|^next-env|^tsconfig\.tsbuildinfo|^package\.json$/;
  const files = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isFile() && ours.test(entry.name) && !notBuilt.test(entry.name))
    .map((entry) => entry.name);
  return [...files.sort(), "app", "components", "lib", "public", "prisma/schema.prisma"];
}

/** What is known of a build. @param {string} distDir */
function inspect(distDir) {
  const extra = `${process.platform}-${process.arch}-${process.versions.modules}`;
  const { isFresh, markFresh } = freshness({
    stamp: `${distDir}/portal-stamp`,
    inputs: buildInputs(),
    extra,
  });
  return { isFresh: isFresh && existsSync(path.join(root, distDir, "BUILD_ID")), markFresh };
}

const mainDist = process.env.PORTAL_DIST_DIR ?? ".next";

/** Builds the portal when it is stale. @param {string} [distDir] */
export async function ensureBuilt(distDir = mainDist) {
  const { isFresh, markFresh } = inspect(distDir);
  if (isFresh) return;
  if (isServed(distDir)) {
    throw new Stop(
      "A portal of this folder is running, and its files changed since it was built: stop it, then start again.",
    );
  }
  const config = path.join(root, "tsconfig.json");
  const before = readFileSync(config, "utf8");
  try {
    await step("Building the portal (next build)", () =>
      run(process.execPath, [nextCommand, "build"], {
        cwd: root,
        env: { ...process.env, ...quiet, NODE_ENV: "production", PORTAL_DIST_DIR: distDir },
        fail: "The portal could not be built: the lines above say where; mend that and start again.",
      }),
    );
  } finally {
    // Next writes the name of another dist folder into the file; it would be stale after the next clean-up.
    if (readFileSync(config, "utf8") !== before) writeFileSync(config, before);
  }
  writeOfflineAssets(distDir);
  markFresh();
}

/** Builds for tests beside a portal that is running from the main build. @returns {Promise<string>} the dist folder */
export async function ensureTestBuild() {
  const distDir = isServed(mainDist) && !inspect(mainDist).isFresh ? ".next-test" : mainDist;
  await ensureBuilt(distDir);
  return distDir;
}

/** Notes that this process serves a build, so that nobody builds over it. */
export function markServed(distDir = mainDist) {
  writeFileSync(path.join(root, distDir, "portal-pid"), String(process.pid));
}

/** @param {string} distDir */
function isServed(distDir) {
  const file = path.join(root, distDir, "portal-pid");
  if (!existsSync(file)) return false;
  try {
    process.kill(Number(readFileSync(file, "utf8")), 0);
    return true;
  } catch {
    return false;
  }
}

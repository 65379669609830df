import "./lib/node-version.mjs";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { ensureInstalled } from "./lib/install.mjs";
import { root } from "./lib/places.mjs";
import { capture } from "./lib/processes.mjs";
import { explain, Stop, say, secondsSince } from "./lib/report.mjs";
import { runScript } from "./lib/stopping.mjs";

// npm test: all set-up, then every test. `npm test e2e` runs the journeys alone, `npm test unit` the Vitest ones,
// `npm test torture` the short torture; words after that go to Playwright or Vitest. The last line is "N passed, N failed".

/** @typedef {{ passed: number, failed: number, skipped?: number }} Count */

/** The same faults at each run; "npm run torture" takes other ones. */
const tortureSeed = 4_711;

const reports = path.join(root, "build/test");
const [only, ...more] = process.argv.slice(2);
/** @type {{ name: string, time: string, count: Count }[]} */
const results = [];

await runScript(async () => {
  if (only && !["unit", "e2e", "torture"].includes(only)) {
    throw new Stop(
      'Give "unit" for the Vitest tests, "e2e" for the journeys, "torture" for the faults, or nothing for all of them.',
    );
  }
  await ensureInstalled();
  mkdirSync(reports, { recursive: true });
  const { ensureGenerated, ensureBundles, ensureTestBuild, tool, nextCommand } = await import(
    "./lib/build.mjs"
  );
  const { ensureChromium } = await import("./lib/browser.mjs");
  await ensureGenerated();
  await ensureBundles();

  if (!only) {
    await stage("Lint (biome)", () => command(tool("@biomejs/biome/bin/biome"), ["check", "."]));
    await stage("Types (tsc)", async () => {
      const typegen = await command(nextCommand, ["typegen"], { PORTAL_DIST_DIR: ".next" });
      if (typegen.failed) return typegen;
      // A service worker knows other globals than a page.
      const worker = await command(tool("typescript/bin/tsc"), [
        "--noEmit",
        "--project",
        "components/offline/worker",
      ]);
      return worker.failed ? worker : command(tool("typescript/bin/tsc"), ["--noEmit"]);
    });
  }
  if (!only || only === "unit")
    await stage("Unit and database tests (vitest)", () => vitest(tool("vitest/vitest.mjs")));
  if (only !== "unit") {
    const isBuilt = await stage("Build", async () => {
      await ensureTestBuild();
      return { passed: 0, failed: 0 };
    });
    // Without a build there is nothing to walk through; the failed build is counted already.
    if (isBuilt && only !== "torture") {
      await stage("Journeys (playwright)", async () => {
        process.env.PORTAL_CHROMIUM = await ensureChromium();
        return playwright(tool("@playwright/test/cli.js"));
      });
    }
    if (isBuilt && only !== "e2e") await stage("Torture (short)", torture);
  }
  return summary();
});

/** @param {string} name @param {() => Promise<Count>} work @returns {Promise<boolean>} whether nothing failed */
async function stage(name, work) {
  const from = performance.now();
  say(`\n── ${name}`);
  /** @type {Count} */
  let count = { passed: 0, failed: 1 };
  try {
    count = await work();
  } catch (error) {
    explain(error);
  }
  results.push({ name, time: secondsSince(from), count });
  return count.failed === 0;
}

/** A tool that only passes or fails: a failure counts as one. @returns {Promise<Count>} */
async function command(file, args, env = {}) {
  const { code } = await capture(process.execPath, [file, ...args], {
    cwd: root,
    env: environment(env),
    show: true,
  });
  return { passed: 0, failed: code === 0 ? 0 : 1 };
}

/** @param {string} file @returns {Promise<Count>} */
async function vitest(file) {
  const report = freshReport("vitest.json");
  const args = [
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
    ...(only ? more : []),
  ];
  const { failed: isRed } = await command(file, args, { NODE_ENV: "test" });
  const { numPassedTests: passed = 0, numFailedTests = 0, numPendingTests: skipped = 0 } = readReport(report);
  // A file that cannot be loaded has no failed test in the report, and still is one.
  return { passed, failed: Math.max(numFailedTests, isRed), skipped };
}

/** @param {string} file @returns {Promise<Count>} */
async function playwright(file) {
  const report = freshReport("playwright.json");
  const { failed: isRed } = await command(file, ["test", ...(only ? more : [])]);
  const { expected: passed = 0, unexpected = 0, flaky = 0, skipped = 0 } = readReport(report).stats ?? {};
  return { passed, failed: Math.max(unexpected + flaky, isRed), skipped };
}

/** @returns {Promise<Count>} */
async function torture() {
  const { ensureNginx } = await import("./lib/nginx.mjs");
  const { tortureStage } = await import("./torture/stage.mjs");
  await ensureNginx();
  return tortureStage(tortureSeed);
}

/** @param {string} name */
function freshReport(name) {
  const file = path.join(reports, name);
  rmSync(file, { force: true });
  return file;
}

/** @param {string} file */
function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}

/** What a developer set for the portal must not reach the tests: they bring a database and a secret of their own. */
function environment(extra) {
  const { DATABASE_URL, NEXTAUTH_SECRET, NEXTAUTH_URL, PORT, FORCE_COLOR, NO_COLOR, ...rest } = process.env;
  return {
    ...rest,
    ...(process.stdout.isTTY ? { FORCE_COLOR: "1" } : { NO_COLOR: "1" }),
    NEXT_TELEMETRY_DISABLED: "1",
    ...extra,
  };
}

function summary() {
  say("");
  for (const { name, time, count } of results) {
    const { passed, failed, skipped = 0 } = count;
    const word = failed ? "FAILED" : "ok";
    say(
      `  ${word.padEnd(7)} ${name}: ${time}${passed + failed ? `, ${passed} passed, ${failed} failed` : ""}${skipped ? `, ${skipped} skipped` : ""}`,
    );
  }
  const sum = (key) => results.reduce((total, { count }) => total + count[key], 0);
  say(`\n${sum("passed")} passed, ${sum("failed")} failed`);
  return sum("failed") ? 1 : 0;
}

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { tool } from "./build.mjs";
import { root } from "./places.mjs";
import { capture } from "./processes.mjs";
import { Stop, step } from "./report.mjs";

const require = createRequire(import.meta.url);

const systemBrowsers = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * A Chromium that is there and runs: the one that PORTAL_CHROMIUM names, Playwright's own, or the system's.
 * @returns {string | null} its path
 */
export function findChromium() {
  const wished = process.env.PORTAL_CHROMIUM;
  if (wished) {
    if (runs(wished)) return wished;
    throw new Stop(
      `PORTAL_CHROMIUM names ${wished}, which does not run: set it to the path of a Chromium or Chrome, or unset it.`,
    );
  }
  const { chromium } = require("playwright-core");
  const candidates = [chromium.executablePath(), ...systemBrowsers.map(onPath)];
  return candidates.find((file) => file && existsSync(file) && runs(file)) ?? null;
}

/** The same, and installs one when there is none. @returns {Promise<string>} */
export async function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  await step("Downloading a Chromium for the journeys", () => playwright("install", "chromium"));
  const downloaded = findChromium();
  if (downloaded) return downloaded;
  if (process.getuid?.() === 0 && onPath("apt-get")) {
    await step("Installing Debian's chromium for the journeys", async () => {
      const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
      await capture("apt-get", ["update"], { env });
      await capture("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], { env });
    });
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new Stop(
    'No Chromium was found for the journeys, and none could be installed: install Chromium or Chrome (or run "npx playwright install --with-deps chromium"), or set PORTAL_CHROMIUM to its path.',
  );
}

/** Playwright's own command; its download host may be out of reach, so it does not get all the time of the world. */
function playwright(...args) {
  const env = { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "15000" };
  return capture(process.execPath, [tool("playwright/cli.js"), ...args], {
    cwd: root,
    env,
    timeout: 240_000,
  });
}

/** @param {string} name @returns {string | null} */
function onPath(name) {
  if (path.isAbsolute(name)) return name;
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter(Boolean);
  return folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file)) ?? null;
}

/** A file can be there and still not run: libraries are missing, or it is a stub that asks for another package. */
function runs(file) {
  return spawnSync(file, ["--version"], { stdio: "ignore", timeout: 20_000 }).status === 0;
}

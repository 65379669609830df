import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "./places.mjs";
import { run } from "./processes.mjs";
import { step } from "./report.mjs";

/** Runs `npm ci` when what is installed is not what package-lock.json says. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  await step("Installing packages (npm ci)", () => {
    // Install scripts are skipped on purpose: Prisma's downloads an engine that we do not use from outside the
    // registry, and the one that matters (Postgres's library links) is done by postgres-files.mjs.
    const args = ["ci", "--ignore-scripts", "--include=dev", "--include=optional", "--no-audit", "--no-fund"];
    const [command, before] = npm();
    return run(command, [...before, ...args], {
      cwd: root,
      fail: "The packages could not be installed: the lines above say why; check the network and npm's registry setting, then start again.",
    });
  });
}

/** npm as it started us, else the one beside this Node, else the one on the path. @returns {[string, string[]]} */
function npm() {
  const self = process.env.npm_execpath;
  if (self?.endsWith(".js") && existsSync(self)) return [process.execPath, [self]];
  return ["npm", []];
}

/** npm writes node_modules/.package-lock.json last, so a broken-off installation has none. */
function isInstalled() {
  const [wished, real] = ["package-lock.json", "node_modules/.package-lock.json"].map(readPackages);
  if (!wished || !real) return false;
  return Object.entries(wished).every(([name, entry]) => {
    if (!name || entry.link) return true;
    const found = real[name];
    return found ? found.version === entry.version : Boolean(entry.optional || entry.peer);
  });
}

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean, peer?: boolean, link?: boolean }> | null} */
function readPackages(file) {
  const place = path.join(root, file);
  return existsSync(place) ? JSON.parse(readFileSync(place, "utf8")).packages : null;
}

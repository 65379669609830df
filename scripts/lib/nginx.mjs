import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { root } from "./places.mjs";
import { capture, freePort, startGuarded } from "./processes.mjs";
import { Stop, step } from "./report.mjs";

const places = [
  "/usr/sbin/nginx",
  "/usr/local/sbin/nginx",
  "/usr/bin/nginx",
  "/usr/local/bin/nginx",
  "/opt/homebrew/bin/nginx",
];

/** An nginx that runs, or null. PORTAL_NGINX names another one. @returns {string | null} */
export function findNginx() {
  const candidates = process.env.PORTAL_NGINX ? [process.env.PORTAL_NGINX] : places;
  return (
    candidates.find(
      (file) => existsSync(file) && spawnSync(file, ["-v"], { stdio: "ignore" }).status === 0,
    ) ?? null
  );
}

/** The same, and installs Debian's when we are root and there is none. @returns {Promise<string | null>} */
export async function ensureNginx() {
  const found = findNginx();
  if (found || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return found;
  await step("Installing Debian's nginx-light", async () => {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    // The package would start a server of its own on port 80.
    const asked = [
      "install",
      "-y",
      "--no-install-recommends",
      "-o",
      "Dpkg::Options::=--force-confdef",
      "nginx-light",
    ];
    await capture("apt-get", ["update"], { env, timeout: 120_000 });
    await capture("apt-get", asked, { env: { ...env, RUNLEVEL: "1" }, timeout: 120_000 });
  });
  return findNginx();
}

/**
 * Starts docs/nginx.conf as it is written, but for its ports, its folders and the addresses of the processes.
 * @param {{ folder: string, targets: number[] }} options ports of the portal processes on the loopback address
 */
export async function startNginx({ folder, targets }) {
  const nginx = findNginx();
  if (!nginx) throw new Stop("nginx is not installed: install it, or set PORTAL_NGINX to its path.");
  const port = await freePort();
  const prefix = path.join(folder, "nginx");
  mkdirSync(prefix, { recursive: true });
  // Started by root, its workers are nobody, and must get through to what they write for a while.
  if (process.getuid?.() === 0) chmodSync(folder, 0o711);
  const file = path.join(prefix, "nginx.conf");
  writeFileSync(
    file,
    fitted(readFileSync(path.join(root, "docs/nginx.conf"), "utf8"), { prefix, port, targets }),
  );
  const globals = `daemon off; pid ${prefix}/pid; error_log ${prefix}/error.log warn;`;
  const server = startGuarded({
    command: nginx,
    args: ["-p", prefix, "-c", file, "-e", `${prefix}/error.log`, "-g", globals],
    signal: "SIGTERM",
    stdio: ["pipe", "ignore", "inherit"],
  });
  const until = Date.now() + 10_000;
  while (server.isRunning() && Date.now() < until && !existsSync(`${prefix}/pid`)) await wait(20);
  if (!server.isRunning())
    throw new Stop("nginx did not start: the lines above say what it does not like in docs/nginx.conf.");
  return { port, base: `http://127.0.0.1:${port}`, stop: async () => void (await server.stop()) };
}

/** @param {string} text @param {{ prefix: string, port: number, targets: number[] }} place */
export function fitted(text, { prefix, port, targets }) {
  const servers = [...text.matchAll(/^\s*server 127\.0\.0\.1:\d+ (.*);$/gm)];
  if (servers.length !== targets.length) {
    throw new Error(
      `docs/nginx.conf names ${servers.length} processes, and ${targets.length} are to be served.`,
    );
  }
  let next = 0;
  return text
    .replaceAll(/^(\s*server 127\.0\.0\.1:)\d+ /gm, (_, before) => `${before}${targets[next++]} `)
    .replace(/listen 80;/, `listen 127.0.0.1:${port};`)
    .replaceAll("/var/cache/nginx/", `${prefix}/`)
    .replace(/^http \{$/m, `http {\n${temporary(prefix)}`);
}

/** Folders that a user who is not root may write to. @param {string} prefix */
function temporary(prefix) {
  const kinds = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  return kinds.map((kind) => `    ${kind}_temp_path ${prefix}/${kind};`).join("\n");
}

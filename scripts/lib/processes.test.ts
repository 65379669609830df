import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test, vi } from "vitest";
import { freePort, isPortFree, run, startGuarded } from "./processes.mjs";

const processes = new URL("./processes.mjs", import.meta.url).href;

/** A program that writes its id and stays; it says goodbye when it is asked to go. */
const sleeper = (folder: string) => `
  const fs = require("node:fs");
  process.on("SIGTERM", () => { fs.writeFileSync("${folder}/goodbye", ""); process.exit(0); });
  setInterval(() => {}, 1000);
  fs.writeFileSync("${folder}/pid", String(process.pid));`;

test("a guarded program is asked to stop, and what it leaves is cleared away", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "guard-"));
  const throwaway = mkdtempSync(path.join(tmpdir(), "guard-"));
  const command = { command: process.execPath, args: ["-e", sleeper(folder)], cleanup: [throwaway] };
  const program = startGuarded(command);
  await vi.waitFor(() => expect(existsSync(path.join(folder, "pid"))).toBe(true), 10_000);
  expect(program.isRunning()).toBe(true);
  expect(await program.stop()).toBe(0);
  expect(existsSync(path.join(folder, "goodbye"))).toBe(true);
  expect(existsSync(throwaway)).toBe(false);
});

test("a guarded program ends with its starter, also when that is killed", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "guard-"));
  const script = `import { startGuarded } from ${JSON.stringify(processes)};
    startGuarded({ command: process.execPath, args: ["-e", ${JSON.stringify(sleeper(folder))}], stdio: "ignore" });`;
  const starter = spawn(process.execPath, ["--input-type=module", "-e", script], { stdio: "ignore" });
  await vi.waitFor(() => expect(existsSync(path.join(folder, "pid"))).toBe(true), 10_000);
  const pid = Number(readFileSync(path.join(folder, "pid"), "utf8"));
  expect(isAlive(pid)).toBe(true);
  starter.kill("SIGKILL");
  await vi.waitFor(() => expect(isAlive(pid)).toBe(false), 10_000);
  expect(existsSync(path.join(folder, "goodbye"))).toBe(true);
});

test("a crash is passed on without a goodbye", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "guard-"));
  const program = startGuarded({ command: process.execPath, args: ["-e", sleeper(folder)] });
  await vi.waitFor(() => expect(existsSync(path.join(folder, "pid"))).toBe(true), 10_000);
  program.signal("SIGKILL");
  expect(await program.exited).toBe(1);
  expect(existsSync(path.join(folder, "goodbye"))).toBe(false);
});

test("a failed step ends with its sentence and what the program said", async () => {
  const failing = run(process.execPath, ["-e", "console.error('no such host'); process.exit(3)"], {
    fail: "Check the network.",
  });
  await expect(failing).rejects.toMatchObject({ message: "Check the network.", detail: "no such host" });
  expect(await run(process.execPath, ["-e", "console.log('fine')"], { fail: "Check." })).toBe("fine\n");
});

test("a taken port is seen, and a free one too", async () => {
  const port = await freePort();
  expect(await isPortFree(port)).toBe(true);
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, resolve));
  expect(await isPortFree(port)).toBe(false);
  server.close();
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

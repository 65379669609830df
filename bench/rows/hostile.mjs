import { createServer } from "node:http";
import { performance } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { buildWorker, bundle } from "../../scripts/lib/bundle.mjs";
import { percentile, timeOf } from "../lib/timing.mjs";

/** Texts that stop a Markdown parser for seconds, and an honest one of a megabyte. */
const texts = {
  "open emphasis": `${"_a **b ".repeat(1_500)}x${"** c_".repeat(1_500)}\n`,
  "runs of back-ticks": Array.from({ length: 700 }, (_, count) => "`".repeat(count)).join(" "),
  "nested quotes": `${">".repeat(5_000)} x\n`,
  "nested lists": Array.from({ length: 400 }, (_, depth) => `${"  ".repeat(depth)}- x`).join("\n"),
  "an honest megabyte":
    "## Restart\n\n1. Look at `kubectl get pods -n [namespace]`\n2. Then wait.\n\n".repeat(16_000),
};

const requestsPerSecond = 100;

/**
 * Hostile texts are compiled while other requests go on in the same process: how long each holds its own answer up, and
 * what the p99 of the others becomes against the same second without them.
 */
export async function run() {
  const workerFile = await buildWorker();
  const { compileRunbook, startCompiler } = await import(
    pathToFileURL(await bundle({ name: "bench-pool", entry: "bench/lib/pool.ts" })).href
  );
  startCompiler(workerFile);
  await compileRunbook({ source: "# Warm\n", format: "md" });
  const server = createServer((_request, response) => response.end("ok")).listen(0);
  await new Promise((resolve) => server.once("listening", resolve));
  const address = `http://127.0.0.1:${server.address().port}/`;
  await p99While(address, wait(1_000));
  const quiet = await p99While(address, wait(3_000));
  const rows = [];
  for (const [name, source] of Object.entries(texts)) {
    let road = "";
    let took = 0;
    const others = await p99While(address, async () => {
      took = await timeOf(async () => {
        ({ road } = await compileRunbook({ source, format: "md" }));
      });
      await wait(300);
    });
    rows.push({
      name: `answer to ${name} (shown as ${road})`,
      value: took,
      unit: "ms",
      baseline: 2_000,
      goal: 1.5,
    });
    rows.push({ name: `p99 of others during ${name}`, value: others, unit: "ms", baseline: quiet, goal: 3 });
  }
  server.close();
  return rows;
}

/** p99 of small requests, one every few milliseconds, while something goes on. */
async function p99While(address, work) {
  const times = [];
  const pending = new Set();
  let isOver = false;
  const over = (typeof work === "function" ? work() : work).finally(() => {
    isOver = true;
  });
  while (!isOver) {
    const start = performance.now();
    const request = fetch(address)
      .then((response) => response.text())
      .then(() => times.push(performance.now() - start))
      .finally(() => pending.delete(request));
    pending.add(request);
    await wait(1_000 / requestsPerSecond);
  }
  await over;
  await Promise.all(pending);
  return percentile(times, 0.99);
}

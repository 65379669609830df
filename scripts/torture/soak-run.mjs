import http from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { median } from "./median.mjs";

/** What portal processes must be started with to be soaked. */
export const soakEnv = {
  NODE_OPTIONS: `--require ${fileURLToPath(new URL("./collect-on-signal.cjs", import.meta.url))}`,
};

/** What a process says of itself that must not grow. */
const gauges = {
  streams: "runbook_portal_event_streams",
  handles: "runbook_portal_nodejs_active_handles_total",
  sockets: "runbook_portal_process_open_fds",
};

/** What may be more at the end than at the beginning, by gauge: pools fill up once. */
const leeway = { streams: 0, handles: 12, sockets: 12, postgres: 6 };
/** Measured with all garbage gone it moves by less than one in a hundred. */
const heapLeeway = 1.04;
const atOnce = 40;

/**
 * Opens and closes event streams as a long night does, every third one cut hard in the middle, with a tick now and
 * then; compares what the processes hold before and after.
 * @param {{ system: import("./system.mjs").System, people: { cookie: string }[], scene: import("./scene.mjs").Scene,
 *   connects: number }} options
 */
export async function soak({ system, people, scene, connects }) {
  const path = `/api/v1/incidents/${scene.key}/stream?after=0`;
  const run = async (count) => {
    let next = 0;
    const workers = Array.from({ length: atOnce }, async (_, worker) => {
      while (next < count) {
        next += 1;
        const { cookie } = people[worker % people.length];
        await visit(`${system.base}${path}`, cookie, next % 3 === 0);
      }
    });
    await Promise.all(workers);
  };
  // Pools, caches and compiled code come with the first visitors.
  await run(Math.ceil(connects / 3));
  const before = await measure(system);
  const middle = [];
  for (let window = 0; window < 3; window += 1) {
    await run(Math.ceil(connects / 3));
    middle.push(await measure(system));
  }
  const after = middle.at(-1) ?? before;
  const lines = [];
  let isFlat = true;
  for (const name of Object.keys(leeway)) {
    const isFine = after[name] <= before[name] + leeway[name];
    isFlat &&= isFine;
    lines.push(
      `${name}: ${before[name]} before, ${middle.map((one) => one[name]).join(", ")} after each third${isFine ? "" : " ✗"}`,
    );
  }
  const isHeapFlat = after.heap <= before.heap * heapLeeway;
  lines.push(
    `heap: ${mb(before.heap)} before, ${middle.map(({ heap }) => mb(heap)).join(", ")}${isHeapFlat ? "" : " ✗"}`,
  );
  return { isFlat: isFlat && isHeapFlat, lines };
}

const mb = (bytes) => `${(bytes / 1_048_576).toFixed(0)} MB`;

/** A board that is opened, looked at, and closed; or whose laptop falls asleep in the middle of a frame. */
function visit(url, cookie, isCutHard) {
  return new Promise((resolve) => {
    const request = http.get(url, { agent: false, headers: { cookie } }, (response) => {
      response.once("data", () => {
        if (isCutHard) response.socket.resetAndDestroy();
        else request.destroy();
      });
      response.on("error", () => {});
      response.on("close", resolve);
    });
    request.on("error", resolve);
  });
}

/** Sums over the processes, once they have come to rest. */
async function measure(system) {
  const readings = [];
  for (let look = 0; look < 5; look += 1) {
    for (const { server } of system.portals) server.signal("SIGUSR2");
    await wait(1_000);
    const each = await Promise.all(system.portals.map(({ port }) => readMetrics(port)));
    const { rows } = await system.db.query(
      "SELECT count(*)::int AS count FROM pg_stat_activity WHERE backend_type = 'client backend'",
    );
    readings.push({ ...sums(each), postgres: rows[0].count });
  }
  const over = (name) => median(readings.map((reading) => reading[name]));
  return Object.fromEntries([...Object.keys(leeway), "heap"].map((name) => [name, over(name)]));
}

function sums(each) {
  const sum = (name) => each.reduce((total, metrics) => total + (metrics.get(name) ?? 0), 0);
  return {
    ...Object.fromEntries(Object.entries(gauges).map(([name, metric]) => [name, sum(metric)])),
    heap: sum("runbook_portal_nodejs_heap_size_used_bytes"),
  };
}

async function readMetrics(port) {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const lines = text.split("\n").filter((line) => line && !line.startsWith("#"));
  return new Map(
    lines.map((line) => [
      line.slice(0, line.lastIndexOf(" ")),
      Number(line.slice(line.lastIndexOf(" ") + 1)),
    ]),
  );
}

import { spawn } from "node:child_process";
import { once } from "node:events";
import pg from "pg";
import { openListeners } from "../lib/listeners.mjs";
import { startLivePortal } from "../lib/live-portal.mjs";
import { openLine } from "../lib/post.mjs";
import { percentile } from "../lib/timing.mjs";
import { tick } from "./acknowledge.mjs";

const rounds = 40;
const warmUp = 8;

/**
 * From a tick's request until it is on other screens, each of another person, with 1, 100 and 500 of them; beside a
 * bare Node server of event streams with as many listeners, and beside the bare round trip of a Postgres NOTIFY.
 */
export async function run() {
  const portal = await startLivePortal({ people: 500 });
  const line = openLine(portal.base);
  const bell = await openBell(portal.url);
  const bare = spawn(process.execPath, [new URL("../lib/bare-stream.mjs", import.meta.url).pathname], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  try {
    const bareUrl = `http://127.0.0.1:${String((await once(bare.stdout, "data"))[0]).trim()}/`;
    const [person] = portal.people;
    const rows = [];
    for (const count of [1, 100, 500]) {
      const { key, runId, stepIds } = await portal.openScene();
      const people = portal.people.slice(0, count);
      const url = `${portal.base}/api/v1/incidents/${key}/stream?after=2`;
      const ours = await openListeners({ addresses: people.map(({ cookie }) => ({ url, cookie })) });
      const theirs = await openListeners({ addresses: people.map(() => ({ url: bareUrl })) });
      const times = { ours: [], bare: [], notify: [] };
      for (let round = -warmUp; round < rounds; round += 1) {
        const body = tick({ runId, stepId: stepIds[0] });
        const one = await ours.heard(body.id, () =>
          line.ask(`/api/v1/incidents/${key}/events`, { method: "POST", cookie: person.cookie, body }),
        );
        const id = `bare-${count}-${round}`;
        const other = await theirs.heard(id, () => void bare.stdin.write(`${id}\n`));
        const bellMs = await bell.ring();
        if (round < 0) continue;
        times.ours.push(...one);
        times.bare.push(...other);
        times.notify.push(bellMs);
      }
      ours.close();
      theirs.close();
      for (const share of [0.5, 0.99]) {
        const name = `tick to ${count} screens, p${share * 100}`;
        const value = percentile(times.ours, share);
        rows.push({
          name: `${name}, bare streams`,
          value,
          unit: "ms",
          baseline: percentile(times.bare, share),
          goal: 2,
        });
        rows.push({
          name: `${name}, bare NOTIFY`,
          value,
          unit: "ms",
          baseline: percentile(times.notify, share),
          goal: Number.POSITIVE_INFINITY,
        });
        // Not a ratio but a promise: a tenth of a second.
        if (count === 500 && share === 0.99)
          rows.push({ name: `${name}, 100 ms`, value, unit: "ms", baseline: 100, goal: 1 });
      }
    }
    return rows;
  } finally {
    bare.stdin.end();
    line.close();
    await bell.close();
    await portal.stop();
  }
}

/** A connection that rings and hears itself. @param {string} url */
async function openBell(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("LISTEN bench");
  return {
    /** @returns {Promise<number>} milliseconds */
    async ring() {
      const from = performance.now();
      const heard = once(client, "notification");
      await client.query("NOTIFY bench");
      await heard;
      return performance.now() - from;
    },
    close: () => client.end(),
  };
}

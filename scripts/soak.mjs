import "./lib/node-version.mjs";
import { parseArgs } from "node:util";
import { ensureInstalled } from "./lib/install.mjs";
import { say } from "./lib/report.mjs";
import { runScript } from "./lib/stopping.mjs";

// npm run soak [-- --connects N]: event streams that come and go, many of them cut hard. Handles, streams, sockets,
// what is left of the heap once all garbage is collected, and Postgres connections must be at the end what they were at
// the beginning.

const { values } = parseArgs({ options: { connects: { type: "string", default: "3000" } } });

await runScript(async () => {
  await ensureInstalled();
  const { startSystem } = await import("./torture/system.mjs");
  const { createPeople, openScene } = await import("./torture/scene.mjs");
  const { soak, soakEnv } = await import("./torture/soak-run.mjs");
  const system = await startSystem({ processes: 3, env: soakEnv });
  const people = await createPeople(system.db, system.secret, 50);
  const scene = await openScene(system.db, { base: system.base, cookie: people[0].cookie });
  const { isFlat, lines } = await soak({ system, people, scene, connects: Number(values.connects) });
  for (const line of lines) say(`  ${line}`);
  say(isFlat ? "flat" : "not flat");
  return isFlat ? 0 : 1;
});

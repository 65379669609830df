import "./lib/node-version.mjs";
import { parseArgs } from "node:util";
import { ensureInstalled } from "./lib/install.mjs";
import { Stop, say } from "./lib/report.mjs";
import { runScript } from "./lib/stopping.mjs";

// npm run torture -- --events N --portal-kills N --postgres-kills N --seed N [--clients N] [--processes N]
// Works incidents with many clients through several portal processes while the faults of the seed happen, then holds
// what every client remembers against the database. The last line is
//   acknowledged A, lost L, doubled D, gaps G, healed in S s

const number = { type: /** @type {const} */ ("string") };
const { values } = parseArgs({
  options: {
    events: number,
    "portal-kills": number,
    "postgres-kills": number,
    "other-faults": number,
    seed: number,
    clients: number,
    incidents: number,
    processes: number,
    deadline: number,
    control: { type: "string" },
  },
});

/** @param {keyof typeof values} name @param {number} otherwise */
function count(name, otherwise) {
  const given = values[name];
  if (given === undefined) return otherwise;
  const parsed = Number(given);
  if (!Number.isInteger(parsed) || parsed < 0) throw new Stop(`--${name} must be a whole number.`);
  return parsed;
}

await runScript(async () => {
  await ensureInstalled();
  const seed = count("seed", Math.floor(Math.random() * 1_000_000));
  const deadline = count("deadline", 1_200);
  const timer = setTimeout(() => {
    process.stderr.write(
      `\nNot finished after ${deadline} s: something hangs. Seed ${seed}; logs in build/torture.\n`,
    );
    process.exit(1);
  }, deadline * 1_000);
  try {
    say(`  seed ${seed}`);
    const { seeded } = await import("./torture/random.mjs");
    const { faultsOf } = await import("./torture/checker.mjs");
    const { tell } = await import("./torture/run.mjs");
    const result = values.control
      ? await runControl(values.control, seeded(seed))
      : await runPortal(seeded(seed));
    tell(result);
    return faultsOf(result.findings).length === 0 ? 0 : 1;
  } finally {
    clearTimeout(timer);
  }
});

async function runPortal(random) {
  const { startSystem } = await import("./torture/system.mjs");
  const { torture } = await import("./torture/run.mjs");
  const { planFaults } = await import("./torture/faults.mjs");
  const { createPeople, openScene } = await import("./torture/scene.mjs");
  const { ensureNginx } = await import("./lib/nginx.mjs");
  const portalKills = count("portal-kills", 0);
  const postgresKills = count("postgres-kills", 0);
  await ensureNginx();
  const system = await startSystem({ processes: count("processes", 3) });
  say(
    `  ${system.portals.length} processes behind ${system.hasNginx ? "nginx" : "a proxy of our own: there is no nginx here"}`,
  );
  const people = await createPeople(system.db, system.secret, count("clients", 12));
  const scenes = [];
  for (let left = count("incidents", 1); left > 0; left -= 1) {
    scenes.push(await openScene(system.db, { base: system.base, cookie: people[0].cookie }));
  }
  const otherFaults = count("other-faults", Math.ceil((portalKills + postgresKills) / 2));
  const plan = planFaults({ random, portalKills, postgresKills, otherFaults });
  return torture({ system, random, people, scenes, plan, events: count("events", 1_000) });
}

async function runControl(name, random) {
  const { runControl: run } = await import("./torture/control.mjs");
  return run(name, random);
}

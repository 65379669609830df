import { Stop, say } from "../lib/report.mjs";
import { faultsOf } from "./checker.mjs";
import { controls, faultOf, runControl } from "./control.mjs";
import { planFaults } from "./faults.mjs";
import { seeded } from "./random.mjs";
import { tell, torture } from "./run.mjs";
import { createPeople, openScene } from "./scene.mjs";
import { soak, soakEnv } from "./soak-run.mjs";
import { startSystem } from "./system.mjs";

/**
 * The short form for `npm test`: many clients without faults, fewer with kills, a short soak, and the controls.
 * @param {number} seed @returns {Promise<{ passed: number, failed: number }>}
 */
export async function tortureStage(seed) {
  const tooLong = new Promise((_, reject) => {
    const late = new Stop(
      `The short torture did not end within five minutes: something hangs. Seed ${seed}.`,
    );
    setTimeout(() => reject(late), 300_000).unref();
  });
  return Promise.race([allOf(seed), tooLong]);
}

async function allOf(seed) {
  const count = { passed: 0, failed: 0 };
  const judge = (name, isGood) => {
    count[isGood ? "passed" : "failed"] += 1;
    say(`  ${isGood ? "✓" : "✗"} ${name}`);
  };
  say(`  seed ${seed}`);
  const random = seeded(seed);
  const system = await startSystem({ processes: 3, env: { PORTAL_POLL_MS: "2000", ...soakEnv } });
  const people = await createPeople(system.db, system.secret, 50);
  const scene = () => openScene(system.db, { base: system.base, cookie: people[0].cookie });

  const calm = await torture({ system, random, people, scenes: [await scene()], events: 2_000, plan: [] });
  tell(calm);
  judge("50 clients tick 2,000 times on one incident, through three processes", isGood(calm));

  const plan = planFaults({ random, portalKills: 3, postgresKills: 1, otherFaults: 3 });
  const rough = await torture({
    system,
    random,
    people: people.slice(0, 10),
    scenes: [await scene()],
    events: 400,
    plan,
  });
  tell(rough);
  judge("400 events while portal processes and Postgres are killed", isGood(rough));

  const flat = await soak({ system, people, scene: await scene(), connects: 600 });
  for (const line of flat.lines) say(`    ${line}`);
  judge("600 streams come and go and leave nothing behind", flat.isFlat);

  // They wait more than they work: all at once.
  const results = await Promise.all(
    controls.map(async (name) => ({
      name,
      findings: (await runControl(name, seeded(seed))).findings,
    })),
  );
  for (const { name, findings } of results) {
    const kind = faultOf[name];
    if (kind === null) judge("a right server passes the checker", faultsOf(findings).length === 0);
    else judge(`the checker finds ${name} by what is ${kindWords[kind]}`, findings[kind].length > 0);
  }
  return count;
}

const kindWords = { gaps: "out of place", doubled: "doubled" };

const isGood = ({ findings }) => faultsOf(findings).length === 0;

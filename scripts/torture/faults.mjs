import { setTimeout as wait } from "node:timers/promises";

/** @typedef {import("./random.mjs").Random} Random */
/** @typedef {ReturnType<typeof import("./client.mjs").openClient>} Client */

/**
 * What can be done to a running system; each resolves when the cause itself is over.
 * @type {Record<string, (place: { system: any, random: Random, clients: Client[] }) => Promise<void>>}
 */
export const faults = {
  "portal killed": async ({ system, random }) => {
    // Two are left, or at least the one that was started last: an outage of all three is the restart of Postgres.
    while (system.countUp() < Math.min(2, system.portals.length)) await wait(20);
    await system.killPortal(random.pick(system.portals.filter(({ isUp }) => isUp)));
  },
  "postgres killed": async ({ system }) => {
    while (!system.state.isPostgresUp || system.state.isFrozen) await wait(20);
    await system.killPostgres();
  },
  "postgres frozen": async ({ system, random }) => {
    while (!system.state.isPostgresUp || system.state.isFrozen) await wait(20);
    await system.freezePostgres(1_000 + random.below(2_000));
  },
  "listeners cut": async ({ system }) => {
    const cut = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'runbook-portal listener'`;
    // Postgres may be away itself; then they are cut as well as can be.
    await system.db.query(cut).catch(() => undefined);
  },
  "answers cut by the balancer": ({ system, random }) =>
    misbehave(system.edge, "cut-answer", 200 + random.below(400)),
  "answers cut by a process": ({ system, random }) =>
    misbehave(random.pick(system.portals).inner, "cut-answer", 200 + random.below(400)),
  "connections cut": async ({ system }) => system.edge.cutAll(),
  "half-open": ({ system, random }) => misbehave(system.edge, "stall", 1_000 + random.below(2_000)),
  slow: ({ system, random }) => misbehave(system.edge, "slow", 500 + random.below(1_000)),
  "tabs closed": async ({ clients, random }) => {
    for (const client of clients) if (random.next() < 0.4) client.reopen();
  },
  "tabs closed while half-open": async ({ system, clients, random }) => {
    system.edge.set("stall");
    await wait(200 + random.below(200));
    for (const client of clients) if (random.next() < 0.4) client.reopen();
    system.edge.set("pass");
  },
};

/** What is mixed in beside the kills. */
const others = Object.keys(faults).filter((name) => !name.endsWith(" killed"));

/**
 * The faults of a run, in the order of its seed.
 * @param {{ random: Random, portalKills: number, postgresKills: number, otherFaults: number }} options
 */
export function planFaults({ random, portalKills, postgresKills, otherFaults }) {
  return random.shuffle([
    ...Array.from({ length: portalKills }, () => "portal killed"),
    ...Array.from({ length: postgresKills }, () => "postgres killed"),
    ...Array.from({ length: otherFaults }, (_, index) => others[index % others.length]),
  ]);
}

async function misbehave(proxy, fault, ms) {
  proxy.set(fault);
  await wait(ms);
  proxy.set("pass");
  // What was held up or half sent is of no use to anybody any more.
  if (fault !== "slow") proxy.cutAll();
}

import { setTimeout as wait } from "node:timers/promises";
import { say, step } from "../lib/report.mjs";
import { canonical } from "./canonical.mjs";
import { check, faultsOf } from "./checker.mjs";
import { openClient } from "./client.mjs";
import { faults } from "./faults.mjs";
import { loadPortalCode } from "./portal-code.mjs";
import { watchHealing } from "./watch.mjs";

const threeDays = 3 * 24 * 3_600_000;

/**
 * Works incidents with many clients while the plan of faults goes on, waits until all is quiet, and checks.
 * @param {{ system: any, random: import("./random.mjs").Random, people: { id: string, name: string, cookie: string }[],
 *   scenes: import("./scene.mjs").Scene[], events: number, plan: string[],
 *   client?: Partial<import("./client.mjs").ClientOptions>, patienceMs?: number }} options
 *   `patienceMs`: how long after the last act clients may need to catch up
 */
export async function torture({
  system,
  random,
  people,
  scenes,
  events,
  plan,
  client,
  patienceMs = 120_000,
}) {
  const code = await loadPortalCode();
  const budget = createBudget();
  const clients = people.map((person, index) =>
    openClient({
      base: system.base,
      cookie: person.cookie,
      actorId: person.id,
      name: person.name,
      incident: scenes[index % scenes.length],
      code,
      random,
      budget,
      clockOffMs: Math.round((random.next() * 2 - 1) * threeDays),
      ...client,
    }),
  );
  try {
    const from = performance.now();
    const patience = { until: Number.POSITIVE_INFINITY };
    const healing = watchHealing(clients, () => performance.now() > patience.until);
    await step(
      `Working with ${clients.length} clients, ${events} events, ${plan.length} faults`,
      async () => {
        await work({ plan, events, budget, clients, healing, system, random, patienceMs });
        patience.until = performance.now() + patienceMs;
        await untilQuiet({ clients, scenes, system, patience });
      },
    );
    const elapsed = (performance.now() - from) / 1_000;
    const folds = code({ fetch, EventSource: null });
    const findings = check({
      clients: clients.map((each) => each.history()),
      incidents: await Promise.all(scenes.map((scene) => readRecord(system.db, scene.id, folds))),
    });
    return { findings, healing, elapsed, figures: sumUp(clients) };
  } finally {
    for (const each of clients) each.close();
  }
}

async function work({ plan, events, budget, clients, healing, system, random, patienceMs }) {
  const share = events / (plan.length + 1);
  const settled = () =>
    clients.reduce((sum, client) => sum + client.acts.length - client.pending().length, 0);
  for (const [index, name] of plan.entries()) {
    budget.raise(Math.round(share * (index + 1)));
    // Half of the share before the fault, half of it under it; where acts are lost, not for ever.
    const longest = performance.now() + Math.min(15_000, patienceMs / 4);
    while (settled() < share * (index + 0.5) && performance.now() < longest) await wait(20);
    healing.watch(name, faults[name]({ system, random, clients }));
  }
  budget.raise(events);
  budget.end();
  await Promise.all(clients.map((client) => client.living));
  await healing.causesOver();
}

/** Every outbox empty, every client at the end of the record, every fault healed; or the patience is at its end. */
async function untilQuiet({ clients, scenes, system, patience }) {
  const isLeft = () => performance.now() < patience.until;
  while (isLeft() && clients.some((client) => client.waiting().length > 0)) await wait(50);
  const { rows } = await system.db.query("SELECT id, last_seq AS seq FROM incidents WHERE id = ANY($1)", [
    scenes.map(({ id }) => id),
  ]);
  const lastOf = new Map(rows.map(({ id, seq }) => [id, seq]));
  while (isLeft() && clients.some((client) => client.cursor() < lastOf.get(client.incidentId)))
    await wait(50);
}

/** How many acts may have happened by now, for all clients together. */
function createBudget() {
  let left = 0;
  let given = 0;
  let isOver = false;
  return {
    /** @param {number} total */
    raise(total) {
      left += total - given;
      given = total;
    },
    end() {
      isOver = true;
    },
    async take() {
      while (left <= 0) {
        if (isOver) return false;
        await wait(10);
      }
      left -= 1;
      return true;
    },
  };
}

/** @returns {Promise<import("./checker.mjs").IncidentRecord>} */
async function readRecord(db, id, { toIncidentEvent, foldBoard }) {
  const { rows } = await db.query(
    `SELECT id, incident_id AS "incidentId", seq, kind, run_id AS "runId", step_id AS "stepId", data,
       actor_id AS "actorId", actor_name AS "actorName", occurred_at AS "occurredAt", recorded_at AS "recordedAt",
       sent_at AS "sentAt"
     FROM events WHERE incident_id = $1 ORDER BY seq`,
    [id],
  );
  const events = rows.map(toIncidentEvent);
  return { id, rows: events, board: canonical(foldBoard(events)) };
}

function sumUp(clients) {
  const all = (pick) => clients.reduce((sum, client) => sum + pick(client), 0);
  const ackMs = clients.flatMap(({ figures }) => figures.ackMs).sort((a, b) => a - b);
  const at = (share) => ackMs[Math.min(ackMs.length - 1, Math.floor(ackMs.length * share))] ?? 0;
  return {
    invoked: all(({ acts }) => acts.length),
    acknowledged: ackMs.length,
    sent: all(({ figures }) => figures.sent),
    connects: all(({ figures }) => figures.connects),
    polls: all(({ figures }) => figures.polls),
    p50: at(0.5),
    p99: at(0.99),
  };
}

/** Prints what came out; the last line is the one that the issue asks for. @param {Awaited<ReturnType<typeof torture>>} result */
export function tell({ findings, healing, elapsed, figures }) {
  const { acknowledged, lost, doubled, gaps, boards, actors, refused } = findings;
  const { invoked, sent, connects, polls, p50, p99 } = figures;
  say(
    `  history: ${invoked} invoked, ${figures.acknowledged} acknowledged, ${sent - invoked} sent again, ${connects} streams opened, ${polls} polls`,
  );
  say(
    `  acknowledged after: p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms; ${(invoked / elapsed).toFixed(0)} events/s over ${elapsed.toFixed(0)} s`,
  );
  if (healing.byKind().length > 0) say(`  faults: ${healing.byKind().join(", ")}`);
  say(
    `  boards that differ: ${boards.length}; events under another name: ${actors.length}; refused: ${refused.length}`,
  );
  for (const line of faultsOf(findings).slice(0, 20)) say(`    ${line}`);
  say(
    `acknowledged ${acknowledged}, lost ${lost.length}, doubled ${doubled.length}, gaps ${gaps.length}, healed in ${healing.worst().toFixed(1)} s`,
  );
}

import { setTimeout as wait } from "node:timers/promises";
import { uuidv7 } from "uuidv7";
import { canonical } from "./canonical.mjs";
import { eventSourceFor } from "./event-source.mjs";
import { openTab } from "./tab.mjs";

/** Not more than this many acts wait in one client: people stop ticking when nothing is saved. */
const mostWaiting = 8;

/**
 * @typedef {{ base: string, cookie: string, actorId: string, name: string, incident: import("./scene.mjs").Scene,
 *   code: Awaited<ReturnType<typeof import("./portal-code.mjs").loadPortalCode>>, random: import("./random.mjs").Random,
 *   budget: { take: () => Promise<boolean> }, clockOffMs?: number, thinkMs?: number, sendsBeforeStoring?: boolean }} ClientOptions `budget` says when the next act may happen, false at the end
 */

/**
 * One person with a board open: ticks, an outbox, the portal's own way of following, and a memory of all of it.
 * @param {ClientOptions} options
 */
export function openClient(options) {
  const { base, cookie, actorId, name, incident, code, random, budget } = options;
  const { clockOffMs = 0, thinkMs = 20, sendsBeforeStoring = false } = options;
  /** @type {import("./checker.mjs").Act[]} */
  const acts = [];
  const byId = new Map();
  /** @type {number[]} */
  const received = [];
  const figures = { sent: 0, connects: 0, polls: 0, /** @type {number[]} */ ackMs: [] };
  const countConnect = () => {
    figures.connects += 1;
  };
  const portal = code({
    clockOffMs,
    EventSource: eventSourceFor({ base, cookie, onConnect: countConnect }),
    fetch: (path, init) => {
      figures.polls += 1;
      return fetch(new URL(path, base), { ...init, headers: { cookie } });
    },
  });
  let board = portal.emptyBoard;
  let lastTime = 0;
  let cursor = 0;
  let isOpen = true;
  let isLive = false;
  const tab = openTab({
    portal,
    base,
    cookie,
    personId: actorId,
    sendsBeforeStoring,
    onSent: () => {
      figures.sent += 1;
    },
    onAnswer: (id, answer) => {
      const { act, at } = byId.get(id);
      if (answer.state === "refused") {
        act.refusal = answer.message;
      } else if (act.acknowledgedSeq === null) {
        act.acknowledgedSeq = answer.seq;
        figures.ackMs.push(performance.now() - at);
      }
    },
  });

  const stopFollowing = portal.followEvents({
    incidentKey: incident.key,
    after: 0,
    // As the board does (use-board-store.ts).
    onLink: ({ state }) => {
      const isReached = state === "live" && !isLive;
      isLive = state === "live";
      if (isReached) tab.wake();
    },
    onNews: () => {},
    onPresence: () => {},
    onEvents: (events) => {
      for (const event of events) {
        received.push(event.seq);
        cursor = Math.max(cursor, event.seq);
        board = portal.applyToBoard(board, event);
      }
    },
  });

  async function live() {
    while (await budget.take()) {
      while (isOpen && tab.waiting().length >= mostWaiting) await wait(30);
      if (!isOpen) return;
      // This person's clock is off, and never shows the same moment twice.
      lastTime = Math.max(lastTime + 1, Date.now() + clockOffMs);
      const occurredAt = new Date(lastTime).toISOString();
      const body = { id: uuidv7(), occurredAt, ...anAct(random, incident) };
      const act = { id: body.id, kind: body.kind, occurredAt, acknowledgedSeq: null, refusal: null };
      acts.push(act);
      byId.set(act.id, { act, at: performance.now() });
      const place = { incident: incident.id, incidentKey: incident.key, about: null };
      await tab.add({ kind: "event", id: body.id, ...place, body });
      await wait(thinkMs * 2 * random.next());
    }
  }

  const living = live();
  return {
    name,
    incidentId: incident.id,
    figures,
    acts,
    living,
    cursor: () => cursor,
    pending: () =>
      acts.filter((act) => act.acknowledgedSeq === null && act.refusal === null).map(({ id }) => id),
    isSettled: (id) => {
      const { act } = byId.get(id);
      return act.acknowledgedSeq !== null || act.refusal !== null;
    },
    reopen: tab.reopen,
    waiting: tab.waiting,
    close() {
      isOpen = false;
      stopFollowing();
      tab.close();
    },
    /** @returns {import("./checker.mjs").ClientHistory} */
    history: () => ({
      name,
      actorId,
      incidentId: incident.id,
      acts,
      received,
      board: canonical(board),
      waiting: tab.waiting(),
    }),
  };
}

/** @param {import("./random.mjs").Random} random @param {import("./scene.mjs").Scene} incident */
function anAct(random, { runId, stepIds }) {
  const stepId = random.pick(stepIds);
  const dice = random.next();
  const words = `word ${random.below(1_000_000)}`;
  if (dice < 0.45) return { kind: "step.checked", runId, stepId, data: {} };
  if (dice < 0.75) return { kind: "step.unchecked", runId, stepId, data: {} };
  if (dice < 0.85) return { kind: "step.skipped", runId, stepId, data: { reason: words } };
  if (dice < 0.95) return { kind: "step.noted", runId, stepId, data: { note: words } };
  return { kind: "incident.noted", runId: null, stepId: null, data: { note: words } };
}

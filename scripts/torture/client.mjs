import { uuidv7 } from "uuidv7";
import { canonical } from "./canonical.mjs";
import { eventSourceFor } from "./event-source.mjs";
import { lateStore, memoryStore, openOutbox } from "./outbox.mjs";

/** Not more than this many acts wait in one client: people stop ticking when nothing is saved. */
const mostWaiting = 8;

/**
 * @typedef {{ base: string, cookie: string, actorId: string, name: string, incident: import("./scene.mjs").Scene,
 *   code: Awaited<ReturnType<typeof import("./portal-code.mjs").loadPortalCode>>, random: import("./random.mjs").Random,
 *   budget: { take: () => Promise<boolean> }, clockOffMs?: number, thinkMs?: number, sendDeadlineMs?: number,
 *   lateStoreMs?: number }} ClientOptions `budget` says when the next act may happen, false at the end
 */

/**
 * One person with a board open: ticks, an outbox, the portal's own way of following, and a memory of all of it.
 * @param {ClientOptions} options
 */
export async function openClient(options) {
  const { base, cookie, actorId, name, incident, code, random, budget } = options;
  const { clockOffMs = 0, thinkMs = 20, sendDeadlineMs = 8_000, lateStoreMs } = options;
  /** @type {import("./checker.mjs").Act[]} */
  const acts = [];
  const byId = new Map();
  /** @type {number[]} */
  const received = [];
  const figures = { sent: 0, connects: 0, polls: 0, /** @type {number[]} */ ackMs: [] };
  const store = memoryStore();
  const countConnect = () => {
    figures.connects += 1;
  };
  const portal = code({
    EventSource: eventSourceFor({ base, cookie, onConnect: countConnect }),
    fetch: (path, init) => {
      figures.polls += 1;
      return fetch(new URL(path, base), { ...init, headers: { cookie } });
    },
  });
  let board = portal.emptyBoard;
  let lastTime = 0;
  let cursor = 0;
  const state = { isOpen: true };
  let late = lateStoreMs === undefined ? null : lateStore(store, lateStoreMs);
  /** @type {Awaited<ReturnType<typeof openOutbox>>} */
  let outbox;
  let opening = open();
  await opening;

  async function open() {
    outbox = await openOutbox({ store: late ?? store, send, onSettled });
    return outbox;
  }

  async function send(input, signal) {
    figures.sent += 1;
    try {
      const response = await fetch(`${base}/api/v1/incidents/${incident.key}/events`, {
        method: "POST",
        headers: { "content-type": "application/json", cookie },
        body: JSON.stringify(input),
        signal: AbortSignal.any([signal, AbortSignal.timeout(sendDeadlineMs)]),
      });
      const body = await response.json();
      if (response.ok) return { state: "kept", seq: body.event.seq };
      // The server's trouble passes; what it refuses for good is a finding, since nothing here is wrong.
      return response.status >= 500 || response.status === 429
        ? { state: "again" }
        : { state: "refused", message: `${response.status} ${body.detail ?? ""}` };
    } catch {
      return { state: "again" };
    }
  }

  function onSettled(id, answer) {
    const { act, at } = byId.get(id);
    if (answer.state === "refused") act.refusal = answer.message;
    else {
      act.acknowledgedSeq = answer.seq;
      figures.ackMs.push(performance.now() - at);
    }
  }

  const stopFollowing = portal.followEvents({
    incidentKey: incident.key,
    after: 0,
    onLink: () => {},
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
      while (state.isOpen && outbox.waiting().length >= mostWaiting) await pause(30);
      if (!state.isOpen) return;
      // This person's clock is off, and never shows the same moment twice.
      lastTime = Math.max(lastTime + 1, Date.now() + clockOffMs);
      const input = {
        id: uuidv7(),
        occurredAt: new Date(lastTime).toISOString(),
        ...anAct(random, incident),
      };
      const act = {
        id: input.id,
        kind: input.kind,
        occurredAt: input.occurredAt,
        acknowledgedSeq: null,
        refusal: null,
      };
      acts.push(act);
      byId.set(act.id, { act, at: performance.now() });
      await (await opening).add(input);
      await pause(thinkMs * 2 * random.next());
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
    /** The tab is closed and opened again: what was in memory is gone, what was stored goes on. */
    async reopen() {
      outbox.close();
      late?.close();
      if (lateStoreMs !== undefined) late = lateStore(store, lateStoreMs);
      opening = open();
      await opening;
    },
    waiting: () => outbox.waiting(),
    close() {
      state.isOpen = false;
      stopFollowing();
      outbox.close();
      late?.close();
    },
    /** @returns {import("./checker.mjs").ClientHistory} */
    history: () => ({
      name,
      actorId,
      incidentId: incident.id,
      acts,
      received,
      board: canonical(board),
      waiting: outbox.waiting(),
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

function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

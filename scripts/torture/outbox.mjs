const firstPause = 200;
const longestPause = 3_000;

/**
 * What is stored of acts that are not acknowledged yet. It outlives the tab; `put` returns once it is kept.
 * @typedef {{ put: (input: Input) => Promise<void>, remove: (id: string) => Promise<void>, list: () => Promise<Input[]> }} Store
 * @typedef {{ id: string } & Record<string, unknown>} Input
 */

/** @returns {Store} */
export function memoryStore() {
  /** @type {Map<string, Input>} */
  const kept = new Map();
  return {
    put: async (input) => void kept.set(input.id, input),
    remove: async (id) => void kept.delete(id),
    list: async () => [...kept.values()],
  };
}

/**
 * The broken control: says "kept" and writes later, so that a tab that closes meanwhile takes the act with it.
 * @param {Store} store @param {number} delayMs
 */
export function lateStore(store, delayMs) {
  const timers = new Set();
  return {
    ...store,
    put: async (input) => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        void store.put(input);
      }, delayMs);
      timers.add(timer);
    },
    /** The tab closes. */
    close() {
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

/**
 * Sends in order, the same id for ever, until the server has answered.
 * @param {{ store: Store, send: (input: Input, signal: AbortSignal) => Promise<{ state: "kept", seq: number } |
 *   { state: "refused", message: string } | { state: "again" }>, onSettled: (id: string, answer: object) => void }} options
 */
export async function openOutbox({ store, send, onSettled }) {
  const queue = await store.list();
  const abort = new AbortController();
  let isSending = false;
  let pause = firstPause;
  /** @type {NodeJS.Timeout | undefined} */
  let timer;

  async function flush() {
    if (isSending) return;
    isSending = true;
    for (let head = queue[0]; head && !abort.signal.aborted; head = queue[0]) {
      const answer = await send(head, abort.signal);
      if (abort.signal.aborted) break;
      if (answer.state === "again") {
        timer = setTimeout(flush, pause * (0.5 + Math.random()));
        pause = Math.min(pause * 2, longestPause);
        break;
      }
      pause = firstPause;
      await store.remove(head.id);
      queue.shift();
      onSettled(head.id, answer);
    }
    isSending = false;
  }

  void flush();
  return {
    /** @param {Input} input */
    async add(input) {
      await store.put(input);
      queue.push(input);
      void flush();
    },
    waiting: () => queue.map(({ id }) => id),
    /** The tab closes: nothing more is sent, what is stored stays. */
    close() {
      abort.abort();
      clearTimeout(timer);
    },
  };
}

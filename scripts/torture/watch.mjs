/**
 * @typedef {{ name: string, seconds: number | null, laterFaults: number }} Healing `seconds`: null while it lasts;
 *   `laterFaults`: how many more began before it was over, and lengthened it
 */

/**
 * Measures healing: how long after the end of a fault everything that was under way when it began was acknowledged,
 * and had arrived at every client.
 * @param {() => boolean} [hasEnded] nobody waits any longer
 * @param {ReturnType<typeof import("./client.mjs").openClient>[]} clients
 */
export function watchHealing(clients, hasEnded = () => false) {
  /** @type {Healing[]} */
  const watched = [];
  /** @type {Promise<void>[]} */
  const causes = [];

  /** @param {string} name @param {Promise<void>} cause */
  function watch(name, cause) {
    const waiting = clients.map((client) => ({ client, ids: client.pending() }));
    /** @type {Healing} */
    const entry = { name, seconds: null, laterFaults: 0 };
    for (const other of watched) if (other.seconds === null) other.laterFaults += 1;
    watched.push(entry);
    causes.push(cause);
    void cause.then(async () => {
      const from = performance.now();
      const furthest = new Map();
      for (const { incidentId, cursor } of clients) {
        furthest.set(incidentId, Math.max(cursor(), furthest.get(incidentId) ?? 0));
      }
      const goals = clients.map((client) => ({ client, seq: furthest.get(client.incidentId) }));
      const isHealed = () =>
        waiting.every(({ client, ids }) => ids.every((id) => client.isSettled(id))) &&
        goals.every(({ client, seq }) => client.cursor() >= seq);
      while (!isHealed() && !hasEnded()) await new Promise((resolve) => setTimeout(resolve, 50));
      if (isHealed()) entry.seconds = (performance.now() - from) / 1_000;
    });
  }

  return {
    watch,
    causesOver: () => Promise.all(causes),
    worst: () => worstOf(watched),
    /** The worst by kind of fault, and of those during which no other one began. */
    byKind() {
      const kinds = [...new Set(watched.map(({ name }) => name))];
      return kinds.map((name) => {
        const all = watched.filter((entry) => entry.name === name);
        const alone = all.filter(({ laterFaults }) => laterFaults === 0);
        const own = alone.length > 0 ? `, alone ≤ ${worstOf(alone).toFixed(1)} s` : "";
        return `${name} ${all.length}× (≤ ${worstOf(all).toFixed(1)} s${own})`;
      });
    },
  };
}

/** @param {Healing[]} healings */
const worstOf = (healings) =>
  Math.max(0, ...healings.map(({ seconds }) => seconds ?? Number.POSITIVE_INFINITY));

/**
 * Measures healing: how long after the end of a fault everything that was under way when it began was acknowledged,
 * and had arrived at every client.
 * @param {() => boolean} [hasEnded] nobody waits any longer
 * @param {ReturnType<typeof import("./client.mjs").openClient>[]} clients
 */
export function watchHealing(clients, hasEnded = () => false) {
  /** @type {{ name: string, seconds: number | null }[]} */
  const watched = [];
  /** @type {Promise<void>[]} */
  const causes = [];

  /** @param {string} name @param {Promise<void>} cause */
  function watch(name, cause) {
    const waiting = clients.map((client) => ({ client, ids: client.pending() }));
    /** @type {{ name: string, seconds: number | null }} */
    const entry = { name, seconds: null };
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
    worst: () => Math.max(0, ...watched.map(({ seconds }) => seconds ?? Number.POSITIVE_INFINITY)),
    /** The worst by kind of fault. */
    byKind() {
      const table = new Map();
      for (const { name, seconds } of watched) {
        const known = table.get(name) ?? { count: 0, worst: 0 };
        table.set(name, {
          count: known.count + 1,
          worst: Math.max(known.worst, seconds ?? Number.POSITIVE_INFINITY),
        });
      }
      return [...table].map(([name, { count, worst }]) => `${name} ${count}× (≤ ${worst.toFixed(1)} s)`);
    },
  };
}

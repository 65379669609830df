import http from "node:http";

const atOnce = 20;

/**
 * Many open event streams. `heard` gives how long each of them waited for the event with that id, once all have it.
 * @param {{ addresses: { url: string, cookie?: string }[] }} options
 */
export async function openListeners({ addresses }) {
  /** @type {Map<string, { times: number[], done: () => void }>} */
  const waiting = new Map();
  const requests = [];
  const open = ({ url, cookie }) =>
    new Promise((resolve, reject) => {
      const request = http.get(url, { agent: false, headers: cookie ? { cookie } : {} }, (response) => {
        if (response.statusCode !== 200) reject(new Error(`A stream was answered ${response.statusCode}.`));
        response.setEncoding("utf8").on("data", (text) => {
          resolve(undefined);
          for (const [, id] of text.matchAll(/"id":"([^"]+)"/g)) {
            const wanted = waiting.get(id);
            if (wanted?.times.push(performance.now()) === addresses.length) wanted.done();
          }
        });
        response.on("error", () => {});
      });
      request.on("error", reject);
      requests.push(request);
    });
  // The rush of a beginning is not what is measured.
  for (let from = 0; from < addresses.length; from += atOnce) {
    await Promise.all(addresses.slice(from, from + atOnce).map(open));
  }
  for (const request of requests) request.removeAllListeners("error").on("error", () => {});
  return {
    /** @param {string} id @param {() => unknown} cause @returns {Promise<number[]>} milliseconds, one a listener */
    async heard(id, cause) {
      /** @type {number[]} */
      const times = [];
      const all = new Promise((resolve) => waiting.set(id, { times, done: () => resolve(undefined) }));
      const from = performance.now();
      await cause();
      await all;
      waiting.delete(id);
      return times.map((time) => time - from);
    },
    close() {
      for (const request of requests) request.destroy();
    },
  };
}

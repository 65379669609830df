import { connect, createServer } from "node:net";

/** @typedef {"pass" | "cut-answer" | "stall" | "freeze" | "slow"} Fault */

/**
 * A TCP proxy that takes its targets in turns and can misbehave:
 * `cut-answer` lets the request through and cuts both ends at the first byte of the answer; `stall` leaves the
 * connections open and moves nothing (half-open); `freeze` does so too and moves all of it when it ends; `slow` holds every piece back for 200 ms.
 * @param {{ port?: number, targets: number[] }} options ports on the loopback address
 */
export async function startProxy({ port = 0, targets }) {
  /** @type {Set<{ near: import("node:net").Socket, far: import("node:net").Socket | null }>} */
  const pairs = new Set();
  /** @type {Fault} */
  let fault = "pass";
  let turn = 0;

  const server = createServer({ noDelay: true }, (near) => {
    const pair = { near, far: null };
    pairs.add(pair);
    near.on("error", () => {});
    near.on("close", () => {
      pairs.delete(pair);
      pair.far?.destroy();
    });
    near.pause();
    reach(pair, targets.length);
  });

  /** The next target that takes a connection, as a balancer does when one is dead. */
  function reach(pair, left) {
    if (left === 0 || pair.near.destroyed) return void pair.near.destroy();
    const far = connect({ host: "127.0.0.1", port: targets[turn++ % targets.length], noDelay: true });
    far.once("error", () => reach(pair, left - 1));
    far.once("connect", () => {
      far.removeAllListeners("error").on("error", () => {});
      far.on("close", () => pair.near.destroy());
      pair.far = far;
      carry(pair.near, far, () => true);
      carry(far, pair.near, () => fault !== "cut-answer");
    });
  }

  function carry(from, to, mayPass) {
    // Pieces never overtake each other, also when the fault ends while some are held back.
    let notBefore = 0;
    from.on("data", (piece) => {
      if (fault === "stall") return;
      if (!mayPass()) return void from.destroy();
      const write = () => {
        if (to.destroyed || to.write(piece)) return;
        from.pause();
        to.once("drain", () => fault !== "freeze" && from.resume());
      };
      notBefore = Math.max(notBefore, Date.now() + (fault === "slow" ? 200 : 0));
      const hold = notBefore - Date.now();
      if (hold > 0) setTimeout(write, hold);
      else write();
    });
    if (fault !== "freeze") from.resume();
  }

  await new Promise((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", () => resolve(undefined));
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : port,
    /** From now on. What was swallowed while it stalled is gone, so those connections are cut when it ends. @param {Fault} next */
    set(next) {
      if (fault === "stall" && next !== "stall") this.cutAll();
      for (const { near, far } of pairs) {
        // One that has not reached its target yet is resumed when it does.
        if (far && next === "freeze") for (const socket of [near, far]) socket.pause();
        if (far && fault === "freeze" && next !== "freeze") for (const socket of [near, far]) socket.resume();
      }
      fault = next;
    },
    /** Cuts every connection that is open now. */
    cutAll() {
      for (const { near } of pairs) near.destroy();
    },
    async stop() {
      this.cutAll();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

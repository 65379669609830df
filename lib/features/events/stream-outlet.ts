import "server-only";

/** A reader that takes nothing for this long is let go; it resumes from the table. */
const patienceMs = 20_000;
/** What may lie waiting for a reader before nothing more is read for it. */
const bufferBytes = 512 * 1_024;

export type OutletLimits = { patienceMs?: number; bufferBytes?: number };

/** The way out to one reader. Whoever writes asks `drained` before the next large piece. */
export type Outlet = {
  send: (bytes: Uint8Array) => void;
  /** Resolves once there is room again, or once it is closed. */
  drained: () => Promise<void>;
  close: () => void;
};

/**
 * A stream of bytes that keeps little for a reader who is slow and lets go of one who stands still: dropped with what
 * lies waiting, so that a hundred sleeping laptops hold no memory. `start` is called once and gives what to do at the
 * end, whichever side ends it.
 */
export function openOutlet(
  start: (outlet: Outlet) => () => void,
  limits: OutletLimits = {},
): ReadableStream<Uint8Array> {
  let stop = () => {};
  let wake = () => {};
  let room: Promise<void> | null = null;
  let patience: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;

  function end(): boolean {
    if (isOver) return false;
    isOver = true;
    freed();
    stop();
    return true;
  }

  function freed(): void {
    clearTimeout(patience);
    room = null;
    wake();
  }

  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const drop = () => {
          // By that name the server breaks the connection off and does not take it for a fault.
          if (end()) controller.error(new DOMException("The reader stands still.", "AbortError"));
        };
        const outlet: Outlet = {
          send(bytes) {
            if (isOver) return;
            controller.enqueue(bytes);
            if ((controller.desiredSize ?? 0) > 0 || room) return;
            room = new Promise((resolve) => {
              wake = resolve;
            });
            patience = setTimeout(drop, limits.patienceMs ?? patienceMs);
            patience.unref();
          },
          drained: async () => {
            await room;
          },
          close() {
            // What waits for a reader who stands still would hold the connection, and a server that is stopping.
            if (room) drop();
            else if (end()) controller.close();
          },
        };
        stop = start(outlet);
        if (isOver) stop();
      },
      pull: freed,
      cancel() {
        end();
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: limits.bufferBytes ?? bufferBytes }),
  );
}

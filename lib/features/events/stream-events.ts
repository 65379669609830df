import "server-only";
import { can } from "@/lib/access/policy";
import { isBusy, isUnavailable } from "@/lib/db/errors";
import type { Actor } from "@/lib/domain/actor";
import { env } from "@/lib/env";
import { subscribe } from "@/lib/events/subscribe";
import { log } from "@/lib/log";
import { onShutdown } from "@/lib/shutdown";
import { readTail } from "./read-tail";
import { type Outlet, type OutletLimits, openOutlet } from "./stream-outlet";
import { takeSeat } from "./stream-seats";

const beatMs = 15_000;
/** The browser comes back by itself, and is asked anew who it is. */
const longestMs = 3_600_000;

type StreamInput = {
  actor: Actor;
  /** Asks the database who this is now; null when nobody any more. */
  reload: () => Promise<Actor | null>;
  incidentId: string;
  /** Send what comes after this number. */
  after: number;
  signal: AbortSignal;
  /** What else this stream carries: calls back with whole frames until its answer is called. */
  watch?: (incidentId: string, onFrame: (frame: Uint8Array) => void) => () => void;
  limits?: OutletLimits;
};

/**
 * The events of an incident as server-sent events: first what came after `after`, then each as it is committed. A
 * `beat` says up to which number everything has been sent: when it has caught up, and then every 15 s. `away` says that
 * the database cannot be read, `back` that it was read again. Subscribes before it reads, so that nothing falls
 * between. Throws AppError "too-many-requests" when this person has too many open.
 */
export function streamEvents(input: StreamInput): ReadableStream<Uint8Array> {
  const leaveSeat = takeSeat(input.actor.id);
  return openOutlet((outlet) => {
    const stop = feed(outlet, input);
    return () => {
      stop();
      leaveSeat();
    };
  }, input.limits);
}

const encoder = new TextEncoder();

function feed(outlet: Outlet, { reload, incidentId, after, signal, watch }: StreamInput): () => void {
  let cursor = after;
  let wanted = 0;
  let isPumping = false;
  let isWoken = false;
  let hasCaughtUp = false;
  let isDatabaseAway = false;
  let isClosed = false;

  const say = (text: string) => outlet.send(encoder.encode(text));
  const beat = () => say(`event: beat\ndata: ${cursor}\n\n`);

  async function pump(): Promise<void> {
    isWoken = true;
    if (isPumping) return;
    isPumping = true;
    try {
      while (isWoken && !isClosed) {
        isWoken = false;
        const actor = await reload();
        if (isClosed) return;
        if (!actor || !can(actor, "incident.read")) {
          say("event: bye\ndata: signed-out\n\n");
          outlet.close();
          return;
        }
        await sendNews();
        if (isClosed) return;
        if (isDatabaseAway) say(`event: back\ndata: ${cursor}\n\n`);
        isDatabaseAway = false;
        if (!hasCaughtUp) beat();
        hasCaughtUp = true;
      }
    } catch (error) {
      // In both cases the next wake or poll looks again.
      if (isBusy(error)) return;
      if (isUnavailable(error)) {
        if (!isDatabaseAway && !isClosed) say(`event: away\ndata: ${cursor}\n\n`);
        isDatabaseAway = true;
        return;
      }
      log().error({ err: error, incidentId }, "event stream failed");
      outlet.close();
    } finally {
      isPumping = false;
    }
  }

  async function sendNews(): Promise<void> {
    // One more look than needed, since a read that was shared may have begun before the wake.
    for (let looks = 0; looks < 2 && !isClosed; ) {
      const tail = await readTail(incidentId, cursor);
      if (isClosed) return;
      cursor = tail.cursor;
      if (tail.bytes) outlet.send(tail.bytes);
      await outlet.drained();
      if (!tail.isFull) looks = cursor < wanted ? looks + 1 : 2;
    }
  }

  const unsubscribe = subscribe(incidentId, (seq) => {
    wanted = Math.max(wanted, seq ?? 0);
    void pump();
  });
  const forget = onShutdown(outlet.close);
  const beats = setInterval(() => hasCaughtUp && beat(), beatMs);
  const poll = setInterval(() => void pump(), env().PORTAL_POLL_MS);
  const end = setTimeout(outlet.close, longestMs);
  for (const timer of [beats, poll, end]) timer.unref();
  signal.addEventListener("abort", outlet.close, { once: true });
  say("retry: 1500\n: open\n\n");
  const unwatch = watch?.(incidentId, outlet.send);
  if (signal.aborted) outlet.close();
  else void pump();

  return () => {
    isClosed = true;
    clearInterval(beats);
    clearInterval(poll);
    clearTimeout(end);
    unsubscribe();
    unwatch?.();
    forget();
    signal.removeEventListener("abort", outlet.close);
  };
}

import "server-only";
import { can } from "@/lib/access/policy";
import { isUnavailable } from "@/lib/db/errors";
import type { Actor } from "@/lib/domain/actor";
import { env } from "@/lib/env";
import { subscribe } from "@/lib/events/subscribe";
import { log } from "@/lib/log";
import { onShutdown } from "@/lib/shutdown";
import { readTail } from "./read-tail";
import { takeSeat } from "./stream-seats";

const heartbeatMs = 15_000;
/** The browser comes back by itself, and is asked anew who it is. */
const longestMs = 3_600_000;
/** A reader that does not read is let go; it resumes from the table. */
const bufferBytes = 512 * 1_024;

type StreamInput = {
  actor: Actor;
  /** Asks the database who this is now; null when nobody any more. */
  reload: () => Promise<Actor | null>;
  incidentId: string;
  /** Send what comes after this number. */
  after: number;
  signal: AbortSignal;
};

/**
 * The events of an incident as server-sent events: first what came after `after`, then each as it is committed.
 * Subscribes before it reads, so that nothing falls between. Throws AppError "too-many-requests" when this person
 * has too many open.
 */
export function streamEvents(input: StreamInput): ReadableStream<Uint8Array> {
  const leaveSeat = takeSeat(input.actor.id);
  let close = () => {};
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        close = feed(controller, input, leaveSeat);
      },
      cancel() {
        close();
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: bufferBytes }),
  );
}

function feed(
  controller: ReadableStreamDefaultController<Uint8Array>,
  { reload, incidentId, after, signal }: StreamInput,
  leaveSeat: () => void,
): () => void {
  const encoder = new TextEncoder();
  let cursor = after;
  let wanted = 0;
  let isPumping = false;
  let isWoken = false;
  let isClosed = false;

  function send(bytes: Uint8Array): void {
    if (isClosed) return;
    controller.enqueue(bytes);
    if ((controller.desiredSize ?? 0) <= 0) close();
  }

  async function pump(): Promise<void> {
    isWoken = true;
    if (isPumping) return;
    isPumping = true;
    try {
      while (isWoken && !isClosed) {
        isWoken = false;
        const actor = await reload();
        if (!actor || !can(actor, "incident.read")) {
          send(encoder.encode("event: bye\ndata: signed-out\n\n"));
          close();
          return;
        }
        await sendNews();
      }
    } catch (error) {
      // The next wake or poll looks again; the browser's own clock says that it has become quiet.
      if (isUnavailable(error)) return;
      log().error({ err: error, incidentId }, "event stream failed");
      close();
    } finally {
      isPumping = false;
    }
  }

  async function sendNews(): Promise<void> {
    // One more look than needed, since a read that was shared may have begun before the wake.
    for (let looks = 0; looks < 2 && !isClosed; ) {
      const tail = await readTail(incidentId, cursor);
      cursor = tail.cursor;
      if (tail.bytes) send(tail.bytes);
      if (!tail.isFull) looks = cursor < wanted ? looks + 1 : 2;
    }
  }

  function close(): void {
    if (isClosed) return;
    isClosed = true;
    clearInterval(heartbeat);
    clearInterval(poll);
    clearTimeout(end);
    unsubscribe();
    forget();
    leaveSeat();
    signal.removeEventListener("abort", close);
    try {
      controller.close();
    } catch {
      // Already cancelled by the reader.
    }
  }

  const unsubscribe = subscribe(incidentId, (seq) => {
    wanted = Math.max(wanted, seq ?? 0);
    void pump();
  });
  const forget = onShutdown(close);
  const heartbeat = setInterval(() => send(encoder.encode(": still here\n\n")), heartbeatMs);
  const poll = setInterval(() => void pump(), env().PORTAL_POLL_MS);
  const end = setTimeout(close, longestMs);
  for (const timer of [heartbeat, poll, end]) timer.unref();
  signal.addEventListener("abort", close, { once: true });
  if (signal.aborted) close();
  else {
    send(encoder.encode("retry: 1500\n: open\n\n"));
    void pump();
  }
  return close;
}

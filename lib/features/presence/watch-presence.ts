import "server-only";
import { isUnavailable } from "@/lib/db/errors";
import { env } from "@/lib/env";
import { subscribePresence } from "@/lib/events/subscribe";
import { log } from "@/lib/log";
import { readLookers } from "./presence-rows";

type OnFrame = (frame: Uint8Array) => void;

/** What all streams of an incident in this process share. */
type Watch = {
  onFrames: Set<OnFrame>;
  /** The newest list as the stream's bytes, and its text to tell whether it changed. */
  text: string;
  frame: Uint8Array | null;
  stop: () => void;
};

/** Comings and goings are gathered; the more boards are told, the longer. */
const gatherMs = 60;
const gatherMsPerBoard = 4;

const encoder = new TextEncoder();
const shared = globalThis as { portalPresence?: Map<string, Watch> };

/**
 * Gives the list of who is looking at an incident, as a frame of the event stream: at once when it is known, and each
 * time that it changed, also by growing old. Read and encoded once for all streams of this process. Returns the
 * function that ends it.
 */
export function watchPresence(incidentId: string, onFrame: OnFrame): () => void {
  shared.portalPresence ??= new Map();
  const watches = shared.portalPresence;
  const watch = watches.get(incidentId) ?? start(incidentId);
  watches.set(incidentId, watch);
  watch.onFrames.add(onFrame);
  if (watch.frame) onFrame(watch.frame);
  return () => {
    if (!watch.onFrames.delete(onFrame) || watch.onFrames.size > 0) return;
    watch.stop();
    watches.delete(incidentId);
  };
}

function start(incidentId: string): Watch {
  let gathering: ReturnType<typeof setTimeout> | undefined;
  let isReading = false;
  let isOver = false;

  const look = () => {
    if (gathering || isOver) return;
    gathering = setTimeout(() => void read(), gatherMs + watch.onFrames.size * gatherMsPerBoard);
    gathering.unref();
  };

  async function read(): Promise<void> {
    gathering = undefined;
    // What rings during a read may be missing from its answer.
    if (isReading) return look();
    isReading = true;
    try {
      const text = JSON.stringify(await readLookers(incidentId));
      if (isOver || text === watch.text) return;
      watch.text = text;
      watch.frame = encoder.encode(`event: presence\ndata: ${text}\n\n`);
      for (const onFrame of [...watch.onFrames]) onFrame(watch.frame);
    } catch (error) {
      // The next ring or poll looks again.
      if (!isUnavailable(error)) log().error({ err: error, incidentId }, "presence could not be read");
    } finally {
      isReading = false;
    }
  }

  const unsubscribe = subscribePresence(incidentId, look);
  const poll = setInterval(look, env().PORTAL_POLL_MS);
  poll.unref();
  const watch: Watch = {
    onFrames: new Set(),
    text: "",
    frame: null,
    stop() {
      isOver = true;
      clearTimeout(gathering);
      clearInterval(poll);
      unsubscribe();
    },
  };
  look();
  return watch;
}

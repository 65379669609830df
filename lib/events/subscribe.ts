import "server-only";
import { type Listener, listen } from "@/lib/db/listener";
import { onShutdown } from "@/lib/shutdown";
import { channel, parseAnnouncement } from "./announce";

/** `seq` is the newest event's number, or null when something may have been missed: read and see. */
type OnWake = (seq: number | null) => void;

/** By incident id for its events, by `p:incident id` for who is looking at it. */
type Hub = { listener: Listener; subscribers: Map<string, Set<OnWake>> };

// One connection a process, though Next may load this module more than once.
const shared = globalThis as { portalHub?: Hub };

/** Calls `onWake` at each announcement of an event of the incident, until the returned function is called. */
export function subscribe(incidentId: string, onWake: OnWake): () => void {
  return listenTo(incidentId, onWake);
}

/** Calls `onWake` when it may have changed who is looking at the incident, until the returned function is called. */
export function subscribePresence(incidentId: string, onWake: () => void): () => void {
  return listenTo(`p:${incidentId}`, () => onWake());
}

/** Ends the LISTEN connection; the next subscription opens a new one. */
export async function closeSubscriptions(): Promise<void> {
  const open = shared.portalHub;
  delete shared.portalHub;
  await open?.listener.close();
}

/** How the LISTEN connection stands; idle until somebody first subscribes. */
export function listenerState(): "idle" | "connected" | "connecting" {
  if (!shared.portalHub) return "idle";
  return shared.portalHub.listener.isConnected() ? "connected" : "connecting";
}

function listenTo(topic: string, onWake: OnWake): () => void {
  const { subscribers } = hub();
  const own = subscribers.get(topic) ?? new Set();
  subscribers.set(topic, own.add(onWake));
  return () => {
    // A later set of the same topic is not ours to delete.
    if (own.delete(onWake) && own.size === 0 && subscribers.get(topic) === own) subscribers.delete(topic);
  };
}

function hub(): Hub {
  if (shared.portalHub) return shared.portalHub;
  const subscribers: Hub["subscribers"] = new Map();
  const listener = listen(channel, {
    onPayload: (payload) => {
      const news = parseAnnouncement(payload);
      if (!news) return;
      const topic = news.seq === null ? `p:${news.incidentId}` : news.incidentId;
      for (const wake of subscribers.get(topic) ?? []) wake(news.seq);
    },
    onConnect: () => {
      for (const own of subscribers.values()) for (const wake of own) wake(null);
    },
  });
  onShutdown(closeSubscriptions);
  shared.portalHub = { listener, subscribers };
  return shared.portalHub;
}

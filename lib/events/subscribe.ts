import "server-only";
import { type Listener, listen } from "@/lib/db/listener";
import { onShutdown } from "@/lib/shutdown";
import { channel, parseAnnouncement } from "./announce";

/** `seq` is the newest event's number, or null when something may have been missed: read and see. */
type OnWake = (seq: number | null) => void;

type Hub = { listener: Listener; subscribers: Map<string, Set<OnWake>> };

// One connection a process, though Next may load this module more than once.
const shared = globalThis as { portalHub?: Hub };

/** Calls `onWake` at each announcement for the incident, until the returned function is called. */
export function subscribe(incidentId: string, onWake: OnWake): () => void {
  const { subscribers } = hub();
  const own = subscribers.get(incidentId) ?? new Set();
  subscribers.set(incidentId, own.add(onWake));
  return () => {
    own.delete(onWake);
    if (own.size === 0) subscribers.delete(incidentId);
  };
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

function hub(): Hub {
  if (shared.portalHub) return shared.portalHub;
  const subscribers: Hub["subscribers"] = new Map();
  const listener = listen(channel, {
    onPayload: (payload) => {
      const news = parseAnnouncement(payload);
      if (news) for (const wake of subscribers.get(news.incidentId) ?? []) wake(news.seq);
    },
    onConnect: () => {
      for (const own of subscribers.values()) for (const wake of own) wake(null);
    },
  });
  onShutdown(closeSubscriptions);
  shared.portalHub = { listener, subscribers };
  return shared.portalHub;
}

import type { IncidentEvent } from "@/lib/domain/incident-event";

/** How the board stands to the portal. */
export type Link = "connecting" | "live" | "reconnecting" | "signed-out";

type Options = {
  incidentKey: string;
  /** Everything up to this number is known. */
  after: number;
  onEvents: (events: IncidentEvent[]) => void;
  onLink: (link: Link) => void;
};

const lookMs = 5_000;
/** The stream is asked by another road when it has been quiet for this long. */
const quietMs = 35_000;
/** A tab that nobody looks at gives its connection back: a browser has six for a host. */
const hiddenMs = 60_000;
const firstPause = 1_000;
const longestPause = 15_000;

/**
 * Follows an incident: server-sent events, and polling while they are cut or suspiciously quiet. Every event is
 * delivered at least once and in order; the fold does not mind repeats. Returns the function that stops it.
 */
export function followEvents({ incidentKey, after, onEvents, onLink }: Options): () => void {
  const base = `/api/v1/incidents/${incidentKey}`;
  let cursor = after;
  let source: EventSource | null = null;
  let link: Link = "connecting";
  let lastNews = Date.now();
  let pause = firstPause;
  let reconnect: ReturnType<typeof setTimeout> | undefined;
  let sleep: ReturnType<typeof setTimeout> | undefined;
  let isPolling = false;

  const setLink = (next: Link) => {
    if (link === next) return;
    link = next;
    onLink(next);
  };

  let isOver = false;

  const deliver = (events: IncidentEvent[]) => {
    lastNews = Date.now();
    const last = events.at(-1);
    if (!last) return;
    cursor = Math.max(cursor, last.seq);
    onEvents(events);
  };

  const disconnect = () => {
    clearTimeout(reconnect);
    source?.close();
    source = null;
  };

  const stop = () => {
    disconnect();
    setLink("signed-out");
  };

  const connect = () => {
    disconnect();
    if (isOver) return;
    const opened = new EventSource(`${base}/stream?after=${cursor}`);
    source = opened;
    opened.onopen = () => {
      pause = firstPause;
      lastNews = Date.now();
      setLink("live");
    };
    opened.onmessage = (message: MessageEvent<string>) =>
      deliver([JSON.parse(message.data) as IncidentEvent]);
    opened.addEventListener("bye", stop);
    opened.onerror = () => {
      if (link !== "signed-out") setLink("reconnecting");
      // A browser comes back by itself after a cut, but not after an answer that is no stream.
      if (opened.readyState !== EventSource.CLOSED || source !== opened) return;
      void poll();
      reconnect = setTimeout(connect, pause);
      pause = Math.min(pause * 2, longestPause);
    };
  };

  const poll = async () => {
    if (isPolling) return;
    isPolling = true;
    try {
      const response = await fetch(`${base}/events?after=${cursor}`, { signal: AbortSignal.timeout(lookMs) });
      if (response.status === 401 || response.status === 403) return stop();
      if (!response.ok) return;
      const { events } = (await response.json()) as { events: IncidentEvent[] };
      // Live, yet the stream has missed these: it is dead and nobody has told it.
      const isStale = link === "live" && events.length > 0;
      deliver(events);
      if (isStale) connect();
    } catch {
      if (link === "live") setLink("reconnecting");
    } finally {
      isPolling = false;
    }
  };

  const look = () => {
    if (document.hidden || link === "signed-out") return;
    if (link !== "live" || Date.now() - lastNews > quietMs) void poll();
  };

  const wakeUp = () => {
    clearTimeout(sleep);
    if (link === "signed-out") {
      // Perhaps signed in again in another tab; if not, the answer puts it back.
      if (!document.hidden) connect();
      return;
    }
    if (document.hidden) {
      sleep = setTimeout(() => {
        disconnect();
        setLink("connecting");
      }, hiddenMs);
    } else if (!source || source.readyState !== EventSource.OPEN) {
      connect();
    }
  };

  connect();
  const timer = setInterval(look, lookMs);
  document.addEventListener("visibilitychange", wakeUp);
  window.addEventListener("online", wakeUp);
  return () => {
    isOver = true;
    disconnect();
    clearInterval(timer);
    clearTimeout(sleep);
    document.removeEventListener("visibilitychange", wakeUp);
    window.removeEventListener("online", wakeUp);
  };
}

import type { IncidentEvent } from "@/lib/domain/incident-event";
import type { Looker } from "@/lib/domain/presence";
import { backOffMs } from "./back-off";
import type { Link, LinkStatus } from "./link-state";

type Options = {
  incidentKey: string;
  /** Everything up to this number is known. */
  after: number;
  /** In order, each once, without a gap. */
  onEvents: (events: IncidentEvent[]) => void;
  /** Those of them that happened while this board was open: not what the first connection had to catch up with. */
  onNews: (events: IncidentEvent[]) => void;
  onPresence: (lookers: Looker[]) => void;
  onLink: (status: LinkStatus) => void;
};

const lookMs = 5_000;
/** The server says something every 15 s. A link that says nothing for this long is dead and nobody has told it. */
const quietMs = 35_000;
/** A tab that nobody looks at gives its connection back: a browser has six for a host. */
const hiddenMs = 60_000;
/** Who was looking before the link was cut may have left; the portal itself forgets as fast. */
const forgetMs = 45_000;

/**
 * Follows an incident: server-sent events, and polling while they are cut. Numbers have no gaps, so one that jumps says
 * that something is missing: it is then fetched from the record, never guessed. Returns the function that stops it.
 */
export function followEvents({ incidentKey, after, ...tell }: Options): () => void {
  const base = `/api/v1/incidents/${incidentKey}`;
  let cursor = after;
  /** The newest number that the server spoke of. */
  let told = after;
  let source: EventSource | null = null;
  let status: LinkStatus = { state: "connecting", since: Date.now(), heardAt: null };
  let heardAt: number | null = null;
  let attempt = 0;
  let reconnect: ReturnType<typeof setTimeout> | undefined;
  let sleep: ReturnType<typeof setTimeout> | undefined;
  let forget: ReturnType<typeof setTimeout> | undefined;
  let hasCaughtUp = false;
  let isAsking = false;
  let isOver = false;

  const setLink = (state: Link) => {
    const isSame = status.state === state;
    // While live, the time of the last news is nobody's business; while cut, it is shown.
    if (isOver || (isSame && (state === "live" || status.heardAt === heardAt))) return;
    status = { state, since: isSame ? status.since : Date.now(), heardAt };
    tell.onLink(status);
  };
  const lose = () => setLink(navigator.onLine ? "reconnecting" : "offline");
  const hasNoDatabase = () => status.state === "no-database";
  const isToldOfNone = () => hasNoDatabase() && source?.readyState === EventSource.OPEN;

  const accept = (events: readonly IncidentEvent[]) => {
    const next: IncidentEvent[] = [];
    for (const event of events) {
      told = Math.max(told, event.seq);
      if (event.seq !== cursor + 1) continue;
      cursor = event.seq;
      next.push(event);
    }
    if (next.length > 0) tell.onEvents(next);
    if (next.length > 0 && hasCaughtUp) tell.onNews(next);
    if (cursor < told) void ask();
  };

  const disconnect = () => {
    clearTimeout(reconnect);
    forget ??= setTimeout(() => tell.onPresence([]), forgetMs);
    source?.close();
    source = null;
  };

  const endSession = () => {
    disconnect();
    setLink("signed-out");
  };

  const connect = () => {
    disconnect();
    if (isOver) return;
    const opened = new EventSource(`${base}/stream?after=${cursor}`);
    source = opened;
    const on = (kind: string, hear: (data: string) => void) =>
      opened.addEventListener(kind, (message) => {
        if (source !== opened) return;
        heardAt = Date.now();
        hear(String((message as MessageEvent<unknown>).data));
      });
    on("open", () => {
      attempt = 0;
      setLink("live");
    });
    on("message", (data) => accept([JSON.parse(data) as IncidentEvent]));
    on("presence", (data) => {
      clearTimeout(forget);
      forget = undefined;
      tell.onPresence(JSON.parse(data) as Looker[]);
    });
    on("beat", (data) => {
      told = Math.max(told, Number(data));
      if (cursor < told) void ask();
      hasCaughtUp = true;
    });
    on("away", () => setLink("no-database"));
    on("back", () => setLink("live"));
    on("bye", endSession);
    opened.onerror = () => {
      if (source !== opened) return;
      const isRefused = opened.readyState === EventSource.CLOSED;
      tryAgain();
      // A stream cannot say why it was refused; the record can.
      if (isRefused) void ask();
    };
  };

  /** By our own clock, not by the browser's: all boards of a portal that went down would come back at one moment. */
  const tryAgain = () => {
    disconnect();
    // A portal without a database refuses streams; that it is gone as well, the record tells.
    if (!hasNoDatabase()) lose();
    reconnect = setTimeout(connect, backOffMs(attempt));
    attempt += 1;
  };

  /** Fetches what is missing from the record, page by page. */
  const ask = async () => {
    if (isAsking || isOver) return;
    isAsking = true;
    try {
      for (let start = -1; start < cursor; ) {
        start = cursor;
        const response = await fetch(`${base}/events?after=${cursor}`, {
          signal: AbortSignal.timeout(lookMs),
        });
        if (isOver) return;
        if (response.status === 401 || response.status === 403) return endSession();
        if (isWithoutDatabase(response)) return setLink("no-database");
        if (!response.ok) return hasNoDatabase() ? lose() : undefined;
        const { events, lastSeq } = (await response.json()) as { events: IncidentEvent[]; lastSeq: number };
        if (isOver) return;
        heardAt = Date.now();
        told = Math.max(told, lastSeq);
        accept(events);
        if (cursor >= told) break;
      }
      // An open stream has a say of its own: it may be of another process, which still has no database.
      const isCut = status.state === "reconnecting" || status.state === "offline";
      if (isCut || (hasNoDatabase() && !isToldOfNone())) lose();
    } catch {
      if (status.state === "live") tryAgain();
      else if (status.state === "connecting" || hasNoDatabase()) lose();
    } finally {
      isAsking = false;
    }
  };

  const look = () => {
    if (document.hidden || status.state === "signed-out") return;
    if ((status.state === "live" || isToldOfNone()) && Date.now() - (heardAt ?? 0) > quietMs) tryAgain();
    if (status.state !== "live" || cursor < told) void ask();
  };

  const wakeUp = () => {
    clearTimeout(sleep);
    if (document.hidden) {
      if (status.state === "signed-out") return;
      sleep = setTimeout(() => {
        disconnect();
        setLink("connecting");
      }, hiddenMs);
    } else if (source?.readyState !== EventSource.OPEN) {
      // Also when signed out: perhaps signed in again in another tab; if not, the answer puts it back.
      connect();
    }
  };

  /** The system may be wrong about it, so the portal itself is asked. */
  const goOffline = () => (status.state === "live" ? void ask() : look());

  connect();
  const timer = setInterval(look, lookMs);
  document.addEventListener("visibilitychange", wakeUp);
  window.addEventListener("online", wakeUp);
  window.addEventListener("offline", goOffline);
  return () => {
    isOver = true;
    disconnect();
    clearInterval(timer);
    clearTimeout(sleep);
    clearTimeout(forget);
    document.removeEventListener("visibilitychange", wakeUp);
    window.removeEventListener("online", wakeUp);
    window.removeEventListener("offline", goOffline);
  };
}

/** The portal's own answer, not that of a proxy which finds no portal. */
function isWithoutDatabase({ status, headers }: Response): boolean {
  return status === 503 && headers.get("content-type") === "application/problem+json";
}

import { uuidv7 } from "uuidv7";

type Options = { incidentKey: string; runId: string };

export type PresenceReport = {
  /** The board is open, and seen. */
  open: () => void;
  /** Its person works at this step. */
  at: (stepId: string | null) => void;
  /** Nothing is said while the link is cut; once it is back, all is said again. */
  setLive: (isLive: boolean) => void;
  /** The board is left. */
  close: () => void;
};

const throttleMs = 2_000;
const againMs = 20_000;
/** Work is done in a terminal, which may hide the browser for a moment. */
const hiddenMs = 15_000;

/**
 * Tells the portal that this board is open and where its person works. The id is of this opening and not kept in
 * sessionStorage: a duplicated tab would copy it, and the goodbye of one would take the other away too.
 */
export function createPresenceReport({ incidentKey, runId }: Options): PresenceReport {
  const url = `/api/v1/incidents/${incidentKey}/presence`;
  const tabId = uuidv7();
  let stepId: string | null = null;
  let isOpen = false;
  let isLive = false;
  let isKnown = false;
  let saidAt = 0;
  let next: ReturnType<typeof setTimeout> | undefined;
  let sleep: ReturnType<typeof setTimeout> | undefined;
  let again: ReturnType<typeof setInterval> | undefined;

  const body = (gone: boolean) => JSON.stringify({ tabId, runId, stepId, ...(gone ? { gone } : {}) });

  const say = () => {
    clearTimeout(next);
    next = undefined;
    if (!isOpen || !isLive || document.hidden) return;
    saidAt = Date.now();
    isKnown = true;
    // A miss is made good by the next one; the state of the link says what is wrong.
    fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: body(false),
      signal: AbortSignal.timeout(throttleMs),
    }).catch(() => undefined);
  };
  const saySoon = () => {
    next ??= setTimeout(say, Math.max(0, saidAt + throttleMs - Date.now()));
  };
  const sayGoodbye = () => {
    clearTimeout(next);
    next = undefined;
    if (!isKnown) return;
    isKnown = false;
    // Outlives the page; as JSON, which another site's form could not send.
    navigator.sendBeacon(url, new Blob([body(true)], { type: "application/json" }));
  };
  const watchHidden = () => {
    clearTimeout(sleep);
    if (document.hidden) sleep = setTimeout(sayGoodbye, hiddenMs);
    else saySoon();
  };

  return {
    open() {
      isOpen = true;
      again = setInterval(say, againMs);
      document.addEventListener("visibilitychange", watchHidden);
      window.addEventListener("pagehide", sayGoodbye);
      window.addEventListener("pageshow", saySoon);
      saySoon();
    },
    at(step) {
      if (step === stepId) return;
      stepId = step;
      saySoon();
    },
    setLive(next) {
      if (next === isLive) return;
      isLive = next;
      if (next) saySoon();
    },
    close() {
      isOpen = false;
      clearInterval(again);
      clearTimeout(sleep);
      document.removeEventListener("visibilitychange", watchHidden);
      window.removeEventListener("pagehide", sayGoodbye);
      window.removeEventListener("pageshow", saySoon);
      sayGoodbye();
    },
  };
}

import { openChannel } from "./channel";
import { idbStorage } from "./idb-storage";
import { leaseLock } from "./lease-lock";
import { createOutbox } from "./outbox";
import { openOutboxDatabase } from "./outbox-database";
import type { OutboxStorage } from "./outbox-storage";
import type { Outbox } from "./outbox-types";
import { createSendEntry } from "./send-entry";
import { webLock } from "./web-lock";

let current: { personId: string; outbox: Outbox; stop: () => void } | null = null;

/** This tab's outbox, for the person that the page was made for. Only in browsers. */
export function browserOutbox(personId: string): Outbox {
  if (current?.personId === personId) return current.outbox;
  current?.stop();
  const database = openOutboxDatabase();
  const outbox = createOutbox({
    personId,
    storage: askingToStay(idbStorage(database)),
    lock: webLock() ?? leaseLock(database),
    send: createSendEntry(),
    channel: openChannel(),
  });
  const stops = [wakeWithBrowser(outbox), askBeforeLoss(outbox), outbox.stop];
  const stop = () => {
    for (const end of stops) end();
  };
  current = { personId, outbox, stop };
  return outbox;
}

const signInLookMs = 15_000;

/**
 * The network is back, the tab is looked at again, or it comes out of the browser's memory of left pages. While signed
 * out it is tried again now and then: a sign-in in another window tells nobody.
 */
function wakeWithBrowser({ wake, get }: Outbox): () => void {
  const onShown = () => {
    if (!document.hidden) wake();
  };
  document.addEventListener("visibilitychange", onShown);
  window.addEventListener("online", wake);
  window.addEventListener("pageshow", onShown);
  const onLook = () => {
    if (get().needsSignIn) onShown();
  };
  window.addEventListener("focus", onLook);
  const timer = setInterval(onLook, signInLookMs);
  return () => {
    clearInterval(timer);
    window.removeEventListener("focus", onLook);
    document.removeEventListener("visibilitychange", onShown);
    window.removeEventListener("online", wake);
    window.removeEventListener("pageshow", onShown);
  };
}

/** Only what the device could not store is lost with the tab. */
function askBeforeLoss({ get, subscribe }: Outbox): () => void {
  const ask = (event: BeforeUnloadEvent) => event.preventDefault();
  const look = () => {
    if (get().unkept.length > 0) window.addEventListener("beforeunload", ask);
    else window.removeEventListener("beforeunload", ask);
  };
  const forget = subscribe(look);
  return () => {
    forget();
    window.removeEventListener("beforeunload", ask);
  };
}

const askedKey = "portal-outbox-asked-to-stay";

/** Browsers clear what a site has stored when they want room, unless it has asked them not to. */
function askingToStay(storage: OutboxStorage): OutboxStorage {
  return {
    ...storage,
    async add(entry) {
      await storage.add(entry);
      askToStay();
    },
  };
}

/** Asks once: some browsers ask the person. Whatever comes of it, the entry is stored. */
function askToStay(): void {
  try {
    if (localStorage.getItem(askedKey)) return;
    localStorage.setItem(askedKey, "yes");
    // Absent on plain http.
    void navigator.storage?.persist?.().catch(() => {});
  } catch {
    // A browser that gives no localStorage promises nothing either.
  }
}

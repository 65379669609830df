import { askPortal } from "./ask-portal";
import { type CopyStore, openCopyStore } from "./copy-store";
import { countCopy } from "./count-copy";
import { nothingKept, tellKept } from "./kept-state";
import { syncCopy } from "./sync-copy";

const everyMs = 10 * 60_000;
/** Another tab has just looked. */
const freshMs = 60_000;
const readyMs = 60_000;
const lockName = "portal-offline-copy";
const choiceKey = "portal-offline-copy";

/** Installs the service worker and keeps the copy up to date, from now on and for as long as the page lives. */
export async function keepCopy(): Promise<void> {
  if (!(await hasWorker())) return tellKept({ phase: "refused" });
  const look = () => void refresh({ isAsked: false });
  look();
  setInterval(look, everyMs);
  window.addEventListener("online", look);
}

/** Fetches what is missing at once; also after it was removed. */
export async function keepNow(): Promise<void> {
  choose(null);
  tellKept({ phase: "keeping" });
  if (!(await hasWorker())) return tellKept({ phase: "refused" });
  // Without this a browser may drop the copy when the device gets full. Firefox asks the person, so nobody else does.
  await navigator.storage.persist().catch(() => false);
  await refresh({ isAsked: true });
}

/** Drops the copy, and keeps no other until the person asks for one. */
export async function removeCopy(): Promise<void> {
  choose("off");
  const store = await openCopyStore();
  await store.clear();
  store.close();
  tellKept({ ...nothingKept, phase: "removed" });
}

/** True once a worker is there that can serve the shell. */
async function hasWorker(): Promise<boolean> {
  const { serviceWorker, locks } = navigator;
  if (!serviceWorker || !locks) return false;
  // With the portal away an earlier worker still does.
  const registration =
    (await serviceWorker.register("/sw.js", { updateViaCache: "none" }).catch(() => null)) ??
    (await serviceWorker.getRegistration().catch(() => null));
  if (!registration) return false;
  // A worker that could not install (a deployment is under way) is tried again at the next visit; the copy need not wait.
  await Promise.race([serviceWorker.ready, new Promise((resolve) => setTimeout(resolve, readyMs))]);
  return true;
}

/** One tab at a time; the next one finds the work done. */
async function refresh({ isAsked }: { isAsked: boolean }): Promise<void> {
  if (choice() === "off") return tellKept({ phase: "removed" });
  await navigator.locks.request(lockName, async () => {
    try {
      const store = await openCopyStore();
      try {
        await refreshWith(store, isAsked);
      } finally {
        store.close();
      }
    } catch (error) {
      const isFull = error instanceof DOMException && error.name === "QuotaExceededError";
      tellKept({ phase: isFull ? "full" : "refused" });
    }
  });
}

async function refreshWith(store: CopyStore, isAsked: boolean): Promise<void> {
  const before = await store.state();
  const age = Date.now() - Date.parse(before?.checkedAt ?? "1970-01-01");
  if (!isAsked && age < freshMs) return tellKept({ ...(await countCopy(store)), phase: "kept" });
  const onStep = async () => tellKept({ ...(await countCopy(store)), phase: "keeping" });
  const steps: Promise<void>[] = [];
  const outcome = await syncCopy({
    store,
    get: askPortal,
    now: () => new Date(),
    onStep: () => steps.push(onStep()),
  });
  await Promise.all(steps);
  const phases = { kept: "kept", unreachable: "behind", dropped: "removed" } as const;
  tellKept({ ...(await countCopy(store)), phase: phases[outcome] });
}

function choice(): string | null {
  try {
    return localStorage.getItem(choiceKey);
  } catch {
    return null;
  }
}

function choose(value: "off" | null): void {
  try {
    if (value === null) localStorage.removeItem(choiceKey);
    else localStorage.setItem(choiceKey, value);
  } catch {
    // Without a memory the copy comes back at the next visit.
  }
}

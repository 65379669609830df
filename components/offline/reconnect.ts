import { useEffect, useState } from "react";
import { dropRefused } from "./drop-refused";

const everyMs = 5_000;
const longestMs = 30_000;
const deadlineMs = 4_000;
/** A portal that answers but serves no page in time must not make the page load itself again and again. */
const pauseMs = 60_000;
const lastKey = "portal-offline-reloaded";

/**
 * Looks whether the portal is back, and then loads the live page when nothing would be lost by it. True when it is
 * back and somebody is in the middle of something: then they choose the moment.
 */
export function useReconnect({ isHeld }: { isHeld: boolean }): boolean {
  const [isBack, setIsBack] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let pause = everyMs;
    let isOver = false;
    let isChecked = false;
    const isBusy = watchTyping();
    const look = async () => {
      clearTimeout(timer);
      if (!document.hidden && (await answers()) && !isOver) {
        // Whoever goes on here must not keep for later what the portal would not show them now.
        if (!isChecked) await dropRefused().catch(() => false);
        isChecked = true;
        if (isOver) return;
        if (!isHeld && !isBusy.now() && mayReload()) return loadLive();
        setIsBack(true);
      }
      pause = Math.min(pause * 1.3, longestMs);
      if (!isOver) timer = setTimeout(look, pause);
    };
    const lookNow = () => void look();
    timer = setTimeout(look, pause);
    window.addEventListener("online", lookNow);
    document.addEventListener("visibilitychange", lookNow);
    return () => {
      isOver = true;
      clearTimeout(timer);
      isBusy.stop();
      window.removeEventListener("online", lookNow);
      document.removeEventListener("visibilitychange", lookNow);
    };
  }, [isHeld]);
  return isBack;
}

/** The page of this address from the portal; the shell's own address has none. */
export function loadLive(): void {
  if (window.location.pathname === "/offline") window.location.assign("/");
  else window.location.reload();
}

async function answers(): Promise<boolean> {
  try {
    const response = await fetch("/health/live", {
      cache: "no-store",
      signal: AbortSignal.timeout(deadlineMs),
    });
    return response.ok;
  } catch {
    return false;
  }
}

/** Whether somebody has typed on this page, or has a dialog open. */
function watchTyping() {
  let hasTyped = false;
  const note = () => {
    hasTyped = true;
  };
  document.addEventListener("input", note, true);
  return {
    now: () => hasTyped || document.querySelector("[role=dialog], [role=alertdialog]") !== null,
    stop: () => document.removeEventListener("input", note, true),
  };
}

function mayReload(): boolean {
  try {
    const last = Number(sessionStorage.getItem(lastKey) ?? 0);
    if (Date.now() - last < pauseMs) return false;
    sessionStorage.setItem(lastKey, String(Date.now()));
    return true;
  } catch {
    return false;
  }
}

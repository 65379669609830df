"use client";

import { CloudOff, Wifi } from "lucide-react";
import { Button } from "@/components/ui/button";
import { loadLive, useReconnect } from "./reconnect";

type OfflineNoticeProps = {
  /** When what is shown was kept, ISO 8601. */
  keptAt: string | null;
  /** Whether one can tick here. */
  hasTicks?: boolean;
  /** Only this device knows the incident: its live page comes when it has been sent. */
  isLocal?: boolean;
};

const clock = new Intl.DateTimeFormat("en-GB", { timeStyle: "short" });
const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });

/** That this is a copy, how old it is, and what becomes of what one does here. */
export function OfflineNotice({ keptAt, hasTicks = false, isLocal = false }: OfflineNoticeProps) {
  const isBack = useReconnect({ isHeld: isLocal });
  if (isBack && !isLocal) {
    return (
      <p className="notice offline-notice" role="status">
        <Wifi aria-hidden />
        <span>Back online. What you typed here stays until you load the live page.</span>
        <Button size="small" onClick={loadLive}>
          Load the live page
        </Button>
      </p>
    );
  }
  return (
    <p className="notice notice-warn offline-notice" role="status">
      <CloudOff aria-hidden />
      <span>
        Offline. {keptAt ? `This is the copy of ${momentOf(keptAt)}` : "Nothing is kept of this page"}
        {hasTicks ? "; ticks are kept here and sent when the network is back." : "."}
      </span>
    </p>
  );
}

/** "02:41", with the day when it is another one. On the clock of this device: nobody else sees it. */
function momentOf(iso: string): string {
  const date = new Date(iso);
  const isToday = date.toDateString() === new Date().toDateString();
  return (isToday ? clock : day).format(date);
}

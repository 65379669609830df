import { CircleDashed, CloudOff, DatabaseZap, WifiOff } from "lucide-react";
import { formatClock } from "./format-clock";

/** How the board stands to the portal. */
export type Link = "connecting" | "live" | "reconnecting" | "no-database" | "offline" | "signed-out";

export type LinkStatus = {
  state: Link;
  /** When it became so, in milliseconds. */
  since: number;
  /** When the portal was last heard of; null before the first time. */
  heardAt: number | null;
};

const words: Record<Exclude<Link, "live">, string> = {
  connecting: "Connecting",
  reconnecting: "Reconnecting",
  "no-database": "No database",
  offline: "Offline",
  "signed-out": "Signed out",
};
const icons = {
  connecting: CircleDashed,
  reconnecting: CircleDashed,
  "no-database": DatabaseZap,
  offline: WifiOff,
  "signed-out": CloudOff,
};

/** Whether news arrives: a word and a shape, never colour alone. */
export function LinkState({ link }: { link: LinkStatus }) {
  const { state } = link;
  if (state === "live") {
    return (
      <span className="link-state" data-link="live">
        <i aria-hidden />
        Live
      </span>
    );
  }
  const Icon = icons[state];
  return (
    <span
      className="link-state"
      data-link={state}
      title={state === "connecting" ? undefined : cutWords(link, new Date())}
    >
      <Icon size={14} aria-hidden />
      {words[state]}
    </span>
  );
}

/** "since 02:41, last news 14 s ago"; a portal without a database still speaks, but has no news. */
export function cutWords({ state, since, heardAt }: LinkStatus, now: Date): string {
  const start = `since ${formatClock(new Date(since).toISOString(), now)}`;
  if (heardAt === null || state === "no-database") return start;
  const seconds = Math.max(0, Math.round((now.getTime() - heardAt) / 1_000));
  return `${start}, last news ${seconds < 120 ? `${seconds} s` : `${Math.floor(seconds / 60)} min`} ago`;
}

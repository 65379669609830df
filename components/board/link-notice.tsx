"use client";

import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import { DiscardButton } from "@/components/outbox/discard-button";
import { Button } from "@/components/ui/button";
import { useIsLate } from "@/components/ui/use-is-late";
import type { Unsaved } from "./board-store";
import { cutWords, type LinkStatus } from "./link-state";

type LinkNoticeProps = {
  link: LinkStatus;
  /** The page says already that the database is away. */
  isAwaySaid: boolean;
  /** What was refused or not kept and has no step to say it beside. */
  lost: readonly Unsaved[];
  onRetry: (id: string) => void;
  onDiscard: (id: string) => void;
};

const patienceMs = 4_000;

/** Lies over the page's lower edge and moves nothing: the connection is gone, or something could not be saved. */
export function LinkNotice({ link, isAwaySaid, lost, onRetry, onDiscard }: LinkNoticeProps) {
  const pathname = usePathname();
  const hasNoDatabase = link.state === "no-database";
  const isCut = link.state === "reconnecting" || link.state === "offline" || hasNoDatabase;
  const isLate = useIsLate(isCut, patienceMs);
  // Many would cover the text that is worked by.
  const only = lost.length === 1 ? lost[0] : null;
  return (
    <div className="board-toasts no-print" role="status">
      {isLate && hasNoDatabase && !isAwaySaid ? (
        <p className="board-toast">
          <span>
            The portal has no database
            <Cut link={link} />. Go on: what you do is kept on this device and sent when it is back.
          </span>
        </p>
      ) : null}
      {isLate && !hasNoDatabase ? (
        <p className="board-toast">
          <span>
            {link.state === "offline" ? "This device is offline" : "No connection"}
            <Cut link={link} />. What others do is not shown until it is back.
          </span>
        </p>
      ) : null}
      {link.state === "signed-out" ? (
        <p className="board-toast">
          <span>
            Your session has ended. What you do is kept on this device and sent when you have signed in.
          </span>
          {/* In a tab of its own: what is typed here stays. */}
          <a href={`/sign-in?next=${encodeURIComponent(pathname)}`} target="_blank" rel="noopener">
            Sign in again
          </a>
        </p>
      ) : null}
      {lost.length > 1 ? (
        <p className="board-toast">
          {lost.length} things you did are not saved. The mark at the top of the page lists them and says why.
        </p>
      ) : null}
      {only ? (
        <p className="board-toast">
          <span>
            {lostWords[only.input.kind] ?? "Not saved"}. {only.message}
          </span>
          <Button size="small" onClick={() => onRetry(only.input.id)}>
            Try again
          </Button>
          <DiscardButton onDiscard={() => onDiscard(only.input.id)} />
        </p>
      ) : null}
    </div>
  );
}

const lostWords: Partial<Record<Unsaved["input"]["kind"], string>> = {
  "incident.noted": "Your note is not saved",
  "command.copied": "Copied, but the record does not know it",
  "status.changed": "The status is as it was",
  "variable.set": "Others do not see your value",
};

/** Counts for the eye only: a screen reader would say every second. */
function Cut({ link }: { link: LinkStatus }) {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return <span aria-hidden> {cutWords(link, now)}</span>;
}

"use client";

import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import { DiscardButton } from "@/components/outbox/discard-button";
import { Button } from "@/components/ui/button";
import type { Unsaved } from "./board-store";
import { cutWords, type LinkStatus } from "./link-state";

type LinkNoticeProps = {
  link: LinkStatus;
  /** What was refused or not kept and has no step to say it beside. */
  lost: readonly Unsaved[];
  onRetry: (id: string) => void;
  onDiscard: (id: string) => void;
};

const patienceMs = 4_000;

/** Lies over the page's lower edge and moves nothing: the connection is gone, or something could not be saved. */
export function LinkNotice({ link, lost, onRetry, onDiscard }: LinkNoticeProps) {
  const pathname = usePathname();
  const isLate = useIsLate(link.state === "reconnecting" || link.state === "offline");
  return (
    <div className="board-toasts no-print" role="status">
      {isLate ? (
        <p className="board-toast">
          <span>
            {link.state === "offline" ? "This device is offline" : "No connection"}
            <Cut link={link} />. What others do is not shown until it is back.
          </span>
        </p>
      ) : null}
      {link.state === "signed-out" ? (
        <p className="board-toast">
          <span>Your session has ended. </span>
          {/* In a tab of its own: what is typed here stays. */}
          <a href={`/sign-in?next=${encodeURIComponent(pathname)}`} target="_blank" rel="noopener">
            Sign in again
          </a>
        </p>
      ) : null}
      {lost.map(({ input, message }) => (
        <p key={input.id} className="board-toast">
          <span>
            {lostWords[input.kind] ?? "Not saved"}. {message}
          </span>
          <Button size="small" onClick={() => onRetry(input.id)}>
            Try again
          </Button>
          <DiscardButton onDiscard={() => onDiscard(input.id)} />
        </p>
      ))}
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

/** A short cut is nobody's business. */
function useIsLate(isWaiting: boolean): boolean {
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    if (!isWaiting) {
      setIsLate(false);
      return;
    }
    const timer = setTimeout(() => setIsLate(true), patienceMs);
    return () => clearTimeout(timer);
  }, [isWaiting]);
  return isLate;
}

"use client";

import { Button } from "@/components/ui/button";
import type { Link } from "./follow-events";
import { LinkState } from "./link-state";

type ThumbBarProps = {
  link: Link;
  onSkip: (() => void) | null;
  onCopy: (() => void) | null;
  onDone: (() => void) | null;
};

/** On a phone: the acts on the current step, under the thumb. */
export function ThumbBar({ link, onSkip, onCopy, onDone }: ThumbBarProps) {
  if (!onSkip && !onDone && !onCopy && link === "live") return null;
  return (
    <div className="thumb no-print" role="group" aria-label="Current step">
      {link === "live" || link === "connecting" ? null : <LinkState link={link} />}
      {onSkip ? <Button onClick={onSkip}>Skip</Button> : null}
      {onCopy ? (
        <Button variant="strong" onClick={onCopy}>
          Copy
        </Button>
      ) : null}
      {onDone ? (
        <Button variant="ok" onClick={onDone}>
          Done
        </Button>
      ) : null}
    </div>
  );
}

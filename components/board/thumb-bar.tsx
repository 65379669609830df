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
  const hasStep = onSkip !== null || onDone !== null || onCopy !== null;
  if (!hasStep && link === "live") return null;
  return (
    <section className="thumb no-print" aria-label="Current step">
      {link === "live" || link === "connecting" ? null : <LinkState link={link} />}
      {onSkip ? <Button onClick={onSkip}>Skip</Button> : null}
      {/* Always there, so that the other two keep their places under the thumb. */}
      <Button variant="strong" onClick={() => onCopy?.()} aria-disabled={!onCopy}>
        Copy
      </Button>
      {onDone ? (
        <Button variant="ok" onClick={onDone}>
          Done
        </Button>
      ) : null}
    </section>
  );
}

"use client";

import { Button } from "@/components/ui/button";
import { LinkState, type LinkStatus } from "./link-state";

type ThumbBarProps = {
  link: LinkStatus;
  onSkip: (() => void) | null;
  onCopy: (() => void) | null;
  onDone: (() => void) | null;
  /** What that does: an alternative is chosen before it is done. */
  doneWord: string;
};

/** On a phone: the acts on the current step, under the thumb. */
export function ThumbBar({ link, onSkip, onCopy, onDone, doneWord }: ThumbBarProps) {
  const hasStep = onSkip !== null || onDone !== null || onCopy !== null;
  if (!hasStep && link.state === "live") return null;
  return (
    <section className="thumb no-print" aria-label="Current step">
      {link.state === "live" || link.state === "connecting" ? null : <LinkState link={link} />}
      {onSkip ? <Button onClick={onSkip}>Skip</Button> : null}
      {/* Always there, so that the other two keep their places under the thumb. */}
      <Button variant="strong" onClick={() => onCopy?.()} aria-disabled={!onCopy}>
        Copy
      </Button>
      {onDone ? (
        <Button variant="ok" onClick={onDone}>
          {doneWord}
        </Button>
      ) : null}
    </section>
  );
}

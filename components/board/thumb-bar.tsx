"use client";

import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { LinkState, type LinkStatus } from "./link-state";
import { twiceMs } from "./press";
import type { BoardStep } from "./types";

type ThumbBarProps = {
  link: LinkStatus;
  /** The step that the bar acts on; null when there is none, or for who may only look. */
  step: Pick<BoardStep, "ordinal" | "text"> | null;
  onSkip: (() => void) | null;
  onCopy: (() => void) | null;
  onDone: (() => void) | null;
  /** What that does: an alternative is chosen before it is done. */
  doneWord: string;
};

/** On a phone: the acts on the current step, under the thumb, and which step that is. */
export function ThumbBar({ link, step, onSkip, onCopy, onDone, doneWord }: ThumbBarProps) {
  const pressedAt = useRef(Number.NEGATIVE_INFINITY);
  const hasStep = onSkip !== null || onDone !== null || onCopy !== null;
  if (!hasStep && link.state === "live") return null;
  return (
    <section className="thumb no-print" aria-label="Current step">
      {link.state === "live" || link.state === "connecting" ? null : <LinkState link={link} />}
      {step ? (
        <p className="thumb-step">
          {step.ordinal === null ? null : <b>{step.ordinal} </b>}
          {step.text || "Step without words"}
        </p>
      ) : null}
      {onSkip ? <Button onClick={onSkip}>Skip</Button> : null}
      {/* Always there, so that the other two keep their places under the thumb. */}
      <Button variant="strong" onClick={() => onCopy?.()} aria-disabled={!onCopy}>
        Copy
      </Button>
      {onDone ? (
        <Button
          variant="ok"
          onClick={({ timeStamp }) => {
            // After the first of two presses the bar is about the next step.
            const isTwice = timeStamp - pressedAt.current < twiceMs;
            pressedAt.current = timeStamp;
            if (!isTwice) onDone();
          }}
        >
          {doneWord}
        </Button>
      ) : null}
    </section>
  );
}

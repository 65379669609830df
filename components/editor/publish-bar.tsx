"use client";

import { type ReactNode, type RefObject, useId } from "react";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { maxMessageLength } from "@/lib/domain/revision-rules";

type PublishBarProps = {
  number: number;
  message: string;
  messageRef: RefObject<HTMLInputElement | null>;
  isOff: boolean;
  /** Why it cannot be published now, or what else there is to know. */
  note: ReactNode;
  onMessage: (message: string) => void;
  onPublish: () => void;
};

/** The message, the button, and in words why it cannot be pressed. */
export function PublishBar(props: PublishBarProps) {
  const { number, message, messageRef, isOff, note, onMessage, onPublish } = props;
  const reasonId = useId();
  return (
    <form
      className="publish-bar needs-js"
      onSubmit={(event) => {
        event.preventDefault();
        if (isOff) messageRef.current?.focus();
        else onPublish();
      }}
    >
      <p id={reasonId} className="publish-reason" role="status">
        {note}
      </p>
      <input
        ref={messageRef}
        className="input"
        aria-label="What changed"
        placeholder="What changed, for the history"
        aria-describedby={reasonId}
        maxLength={maxMessageLength}
        value={message}
        autoComplete="off"
        onChange={(event) => onMessage(event.currentTarget.value)}
      />
      <Button type="submit" variant="strong" aria-disabled={isOff} aria-describedby={reasonId}>
        Publish revision {number}
        <Kbd>Ctrl S</Kbd>
      </Button>
    </form>
  );
}

import { createElement, Fragment, type ReactNode } from "react";
import type { IncidentEvent } from "@/lib/domain/incident-event";
import { gapBefore, sayEvent, type Words } from "@/lib/domain/review-words";

type Context = { stepText: (stepId: string | null) => string };

/** What somebody did, as a colleague would say it; the name stands before it. The pieces need no keys. */
export function eventWords(event: IncidentEvent, { stepText }: Context): ReactNode {
  const words = sayEvent(event, event.stepId === null ? null : stepText(event.stepId), null);
  const pieces = words.flatMap((piece, index) => [gapBefore(words, index), draw(piece)]);
  return createElement(Fragment, null, ...pieces);
}

function draw({ type, text }: Words): ReactNode {
  if (type === "quote") return <i>{text}</i>;
  return type === "code" ? <code>{firstLine(text)}</code> : text;
}

function firstLine(text: string): string {
  const [first = "", ...rest] = text.split("\n");
  return rest.some((line) => line.trim()) ? `${first} …` : first;
}

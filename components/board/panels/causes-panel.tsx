"use client";

import { Check } from "lucide-react";
import { Button } from "@/components/ui/button";
import { EventTime } from "../event-time";
import { Panel } from "./panel";
import type { Desk } from "./use-desk";

/** The causes that the runbook knows: which one was it. Folded until there is an answer or somebody looks for one. */
export function CausesPanel({ desk }: { desk: Desk }) {
  const { doc, causes } = desk;
  const chosen = new Map(
    causes.flatMap((each) => (each.runId === doc.runId ? [[each.cause, each] as const] : [])),
  );
  const listed = doc.aids.causes.filter(
    ({ text }, index, all) => all.findIndex((each) => each.text === text) === index,
  );
  if (listed.length === 0) return null;
  const toggle = (cause: string) =>
    desk.act({
      kind: "cause.chosen",
      runId: doc.runId,
      stepId: null,
      data: { cause, isChosen: !chosen.has(cause) },
    });
  return (
    <Panel title="Cause">
      <details className="causes" open={chosen.size > 0 || undefined}>
        <summary>{chosen.size > 0 ? "What it was" : `Which of ${listed.length} was it?`}</summary>
        <ul>
          {listed.map(({ text, fix }) => {
            const choice = chosen.get(text);
            return (
              <li key={text} data-chosen={choice ? true : undefined}>
                <span>
                  {choice ? <Check size={14} aria-label="It was this" /> : null}
                  <b>{text}</b>
                  {fix ? <small>{fix}</small> : null}
                  {choice ? (
                    <small>
                      says {choice.by} · <EventTime iso={choice.at} />
                    </small>
                  ) : null}
                </span>
                {desk.canAppend ? (
                  <Button
                    size="small"
                    variant="ghost"
                    aria-label={`${choice ? "Take back" : "It was"}: ${text}`}
                    onClick={() => toggle(text)}
                  >
                    {choice ? "Take back" : "It was this"}
                  </Button>
                ) : null}
              </li>
            );
          })}
        </ul>
      </details>
    </Panel>
  );
}

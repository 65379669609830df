"use client";

import { Button } from "@/components/ui/button";
import type { LevelClock } from "@/lib/domain/escalation-clock";
import { EventTime } from "../event-time";
import { levelsOf, triggersOf } from "./clocks";
import { ContactWords } from "./contact-words";
import { Countdown } from "./countdown";
import { Panel } from "./panel";
import type { Desk } from "./use-desk";
import { useNow } from "./use-now";

/** The runbook's own table of escalation, counting from the opening of the incident. */
export function EscalationPanel({ desk }: { desk: Desk }) {
  const now = useNow();
  const levels = levelsOf(desk, now ?? Date.parse(desk.incident.openedAt));
  const isCounting = desk.status === "open";
  const triggers = isCounting ? triggersOf(desk) : [];
  if (levels.length === 0 && triggers.length === 0) return null;
  const next = levels.find(({ isNext }) => isNext);
  const isDue = isCounting && next?.state === "due";
  return (
    <Panel title="Escalation">
      <ol className="panel-list">
        {levels.map((level) => (
          <Level key={level.level} level={level} isCounting={isCounting} />
        ))}
      </ol>
      {next && desk.canAct ? (
        <Button
          size="small"
          variant={isDue ? "danger" : "plain"}
          className="panel-act"
          onClick={() => desk.ask({ kind: "escalate", level: next.level, contact: next.contact })}
        >
          Escalate to {next.level}
        </Button>
      ) : null}
      {triggers.length > 0 ? (
        <details className="triggers">
          <summary>When to escalate at once</summary>
          <ul>
            {triggers.map(({ text, dueAt }) => (
              <li key={text}>
                {text}
                {dueAt ? <Countdown endsAt={dueAt} before="in " /> : null}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Panel>
  );
}

function Level({ level, isCounting }: { level: LevelClock; isCounting: boolean }) {
  return (
    <li
      className="level"
      data-state={isCounting || level.at ? level.state : "not-now"}
      data-next={level.isNext || undefined}
    >
      <span className="level-name">
        <b>{level.level}</b>
        {level.contact ? (
          <small>
            <ContactWords contact={level.contact} />
          </small>
        ) : null}
      </span>
      <span className="level-state">
        <LevelWords level={level} isCounting={isCounting} />
      </span>
    </li>
  );
}

function LevelWords({ level, isCounting }: { level: LevelClock; isCounting: boolean }) {
  const { state, at, by, dueAt, time } = level;
  if (state === "called" && at) {
    return (
      <>
        escalated <EventTime iso={at} />
        <small>by {by}</small>
      </>
    );
  }
  if (state === "answered" && at) {
    return (
      <>
        answered <EventTime iso={at} />
      </>
    );
  }
  if (state === "not-now" || !isCounting || !dueAt) return <small>{time ?? "no time set"}</small>;
  if (state === "due") {
    return (
      <>
        <strong>due now</strong>
        <small>
          <Countdown endsAt={dueAt} />
        </small>
      </>
    );
  }
  return <Countdown endsAt={dueAt} before="in " />;
}

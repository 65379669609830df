import type { ReactNode } from "react";
import type { IncidentEvent } from "@/lib/domain/incident-event";

type Words = { stepText: (stepId: string | null) => string };

/** What somebody did, as a colleague would say it; the name stands before it. */
export function eventWords(event: IncidentEvent, { stepText }: Words): ReactNode {
  switch (event.kind) {
    case "incident.opened":
      return event.data.isDrill ? "opened this drill" : "opened this incident";
    case "run.started":
      return (
        <>
          started <i>{event.data.title}</i>, revision {event.data.revision}
        </>
      );
    case "step.checked":
      return step("ticked", stepText(event.stepId));
    case "step.unchecked":
      return step("opened again", stepText(event.stepId));
    case "step.skipped":
      return step("skipped", stepText(event.stepId), event.data.reason);
    case "step.not-applicable":
      return step("found not applicable", stepText(event.stepId), event.data.reason);
    case "step.noted":
      return step("noted on", stepText(event.stepId), event.data.note);
    case "incident.noted":
      return (
        <>
          noted <q>{event.data.note}</q>
        </>
      );
    case "command.copied":
      return (
        <>
          copied <code>{firstLine(event.data.text)}</code>
        </>
      );
    case "variable.set":
      return event.data.value === null ? (
        <>
          cleared <code>{event.data.key}</code>
        </>
      ) : (
        <>
          set <code>{event.data.key}</code> to <code>{event.data.value}</code>
        </>
      );
    case "status.changed":
      return (
        <>
          {event.data.to === "open" ? "opened it again" : `marked it ${event.data.to}`}
          {event.data.openSteps ? ` with ${event.data.openSteps} open` : ""}
          {event.data.reason ? (
            <>
              {" "}
              <q>{event.data.reason}</q>
            </>
          ) : null}
        </>
      );
  }
}

function step(verb: string, text: string, said?: string): ReactNode {
  return (
    <>
      {verb} <i>{text}</i>
      {said ? (
        <>
          {" "}
          <q>{said}</q>
        </>
      ) : null}
    </>
  );
}

function firstLine(text: string): string {
  const [first = "", ...rest] = text.split("\n");
  return rest.some((line) => line.trim()) ? `${first} …` : first;
}

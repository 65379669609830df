import { type Checklist, isSettled, recordOf } from "./checklist";
import { readClock } from "./event-clock";
import type { IncidentEvent } from "./incident-event";
import type { ReviewRun, StepResult } from "./timeline";

type Span = NonNullable<StepResult["span"]>;

/**
 * A step has no start of its own. It is taken to begin when the step settled before it was settled, or earlier, when
 * a command of it was copied or a note was written on it before; it ends with its own last tick.
 */
export function spansOf(
  run: ReviewRun,
  list: Checklist,
  events: readonly IncidentEvent[],
  openedAt: string,
): ReadonlyMap<string, Span> {
  const commands = stepOfCommand([run]);
  const firstTouch = new Map<string, string>();
  let free = openedAt;
  const spans = new Map<string, Span>();
  for (const event of events) {
    if (event.runId !== run.id) continue;
    const { at } = readClock(event);
    if (event.kind === "run.started") free = at;
    const stepId = touchedStep(event, commands);
    if (stepId === null) continue;
    if (!firstTouch.has(stepId)) firstTouch.set(stepId, at);
    const last = recordOf(list, run.id, stepId).marks.at(-1);
    if (last?.seq !== event.seq || !isSettled(last.state)) continue;
    const to = at;
    const from = [free, firstTouch.get(stepId) ?? to, to].sort()[0] ?? to;
    spans.set(stepId, { from, to, milliseconds: Date.parse(to) - Date.parse(from) });
    free = to;
  }
  return spans;
}

/** The step in which a command stands, by `run:command`; a statement (`c1.2`) belongs to its block (`c1`). */
export function stepOfCommand(runs: readonly ReviewRun[]): ReadonlyMap<string, string> {
  return new Map(
    runs.flatMap((run) =>
      run.model.commands.flatMap(({ id, stepId }) =>
        stepId === null ? [] : [[`${run.id}:${id}`, stepId] as const],
      ),
    ),
  );
}

/** The step that an event is about: its own, or that of the command which it copied. */
export function touchedStep(event: IncidentEvent, commands: ReadonlyMap<string, string>): string | null {
  if (event.stepId !== null || event.kind !== "command.copied") return event.stepId;
  return commands.get(`${event.runId}:${event.data.commandId.replace(/\..*$/, "")}`) ?? null;
}

"use client";

import { Avatar } from "@/components/ui/avatar";
import type { Looker } from "@/lib/domain/presence";
import { listNames } from "./announce-others";
import type { BoardStep, Person } from "./types";

type BandPeopleProps = {
  me: Person;
  lookers: readonly Looker[];
  /** Who did something in this incident, looking or not. */
  acted: readonly Person[];
  /** Where somebody is: "at step 4, Drain the node". */
  placeOf: (looker: Looker) => string;
};

const shown = 5;

/** Who is here now, and dimmed who was; a press shows names and places. */
export function BandPeople({ me, lookers, acted, placeOf }: BandPeopleProps) {
  const others = lookers.filter(({ personId }) => personId !== me.id);
  // My own board is open, whatever the portal has heard of it.
  const here = [
    { id: me.id, name: me.name, place: "you" },
    ...others.map((looker) => ({ id: looker.personId, name: looker.name, place: placeOf(looker) })),
  ];
  const ids = new Set(here.map(({ id }) => id));
  const earlier = acted.filter(({ id }) => !ids.has(id));
  const all = [...here, ...earlier.map(({ id, name }) => ({ id, name, place: null }))];
  return (
    <>
      <button
        type="button"
        className="people"
        popoverTarget="people-list"
        title={here.map(({ name, place }) => `${name}: ${place}`).join("\n")}
      >
        {all.slice(0, shown).map(({ id, name, place }) => (
          <span key={id} data-earlier={place === null || undefined}>
            <Avatar id={id} name={name} isDecorative />
          </span>
        ))}
        {all.length > shown ? (
          <span className="quiet" aria-hidden>
            +{all.length - shown}
          </span>
        ) : null}
        <span className="sr-only">
          {here.length} looking now{earlier.length > 0 ? `, ${earlier.length} earlier` : ""}
        </span>
      </button>
      <div popover="auto" id="people-list" className="people-list">
        <h2>Looking now</h2>
        <ul>
          {here.map(({ id, name, place }) => (
            <li key={id}>
              <Avatar id={id} name={name} size="small" isDecorative />
              <span>
                <b>{name}</b> <i>{place}</i>
              </span>
            </li>
          ))}
        </ul>
        {earlier.length > 0 ? (
          <>
            <h2>Earlier</h2>
            <ul>
              {earlier.map(({ id, name }) => (
                <li key={id} data-earlier>
                  <Avatar id={id} name={name} size="small" isDecorative />
                  <b>{name}</b>
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </div>
    </>
  );
}

/** Others at a step, at the end of its row, which keeps its height. */
export function StepPeople({ people }: { people: readonly Looker[] }) {
  if (people.length === 0) return null;
  const names = people.map(({ name }) => name);
  return (
    <span className="step-people" title={names.join(", ")}>
      {people.slice(0, 3).map(({ personId, name }) => (
        <Avatar key={personId} id={personId} name={name} size="small" isDecorative />
      ))}
      <span>
        {listNames(names)} {names.length > 1 ? "are" : "is"} on this step
      </span>
    </span>
  );
}

/** The words for where somebody is, for a board that shows one run. */
export function placeWords({ runId, stepId }: Looker, ownRunId: string, steps: readonly BoardStep[]): string {
  if (runId !== null && runId !== ownRunId) return "in another runbook";
  const step = steps.find(({ id }) => id === stepId);
  if (!step) return "looking";
  return step.ordinal === null ? `at ${step.text}` : `at step ${step.ordinal}, ${step.text}`;
}

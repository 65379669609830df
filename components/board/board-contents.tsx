import type { ReactNode } from "react";
import { ScrollSpy } from "@/components/runbook/scroll-spy";
import { countedSteps, countSettled, type StepStates } from "@/lib/domain/step-states";
import { type Section, sectionOf } from "./sections";

type BoardContentsProps = {
  title: string;
  sections: readonly Section[];
  states: StepStates;
  isResolved: boolean;
  currentStepId: string | null;
  /** Above the list: where there is no room for the rail, the way to it. */
  head: ReactNode;
  /** The runbooks of the incident: above the list when there are several, since one goes to and fro. */
  runs: ReactNode;
  hasSeveralRuns: boolean;
};

/** The contents list with what is done of each section; a dot marks where the current step is. */
export function BoardContents(props: BoardContentsProps) {
  const { title, sections, states, isResolved, currentStepId, head, runs, hasSeveralRuns } = props;
  const here = sectionOf(sections, currentStepId);
  return (
    <nav className="toc board-toc" aria-label="Sections" id="board-contents">
      {head}
      {hasSeveralRuns ? runs : null}
      <p className="toc-title">{title}</p>
      <ol>
        {sections.map((section) => {
          const due = countedSteps(section.steps, isResolved);
          // A section that is all for afterwards says how many there will be.
          const counted = due.length > 0 ? due : section.steps;
          const done = countSettled(
            states,
            counted.map((step) => step.id),
          );
          return (
            <li key={section.id} data-depth={section.level + 2} data-current={section === here || undefined}>
              <a href={`#${section.id}`}>
                <span>{section.text}</span>
                {counted.length > 0 ? (
                  <span className="toc-count" data-full={done === counted.length || undefined}>
                    <span className="sr-only">steps settled: </span>
                    {done}/{counted.length}
                  </span>
                ) : null}
              </a>
            </li>
          );
        })}
      </ol>
      {hasSeveralRuns ? null : runs}
      <ScrollSpy navId="board-contents" />
    </nav>
  );
}

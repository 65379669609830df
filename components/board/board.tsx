"use client";

import "./board.css";
import "./band.css";
import "./steps.css";
import { useCallback, useMemo, useState } from "react";
import type { CopiedCommand } from "@/components/runbook/live-document";
import { LiveDocument } from "@/components/runbook/live-document";
import { StaleNotice } from "@/components/shell/stale-notice";
import { LiveRegion } from "@/components/ui/live-region";
import { useSingleKeys } from "@/components/ui/single-keys";
import { type BoardState, valueKey, valuesOfRun } from "@/lib/domain/board-state";
import { recordOf } from "@/lib/domain/checklist";
import { maskSecrets } from "@/lib/domain/commands/mask-secrets";
import type { Variable } from "@/lib/domain/document";
import { countSettled, findCurrentStep, leftAtClosing, statesOf } from "@/lib/domain/step-states";
import { AskDialog, type Question } from "./ask-dialog";
import { BoardContents } from "./board-contents";
import { BoardRail } from "./board-rail";
import { BoardTitle } from "./board-title";
import { useStepMarks } from "./current-mark";
import { IncidentBand } from "./incident-band";
import { KeysBar } from "./keys-bar";
import { LinkNotice } from "./link-notice";
import { BandPeople, placeWords, StepPeople } from "./presence-people";
import { askIncidentNote, askNotApplicable, askSkip, askStatus, askStepNote } from "./questions";
import { sectionsOf } from "./sections";
import { StepBox } from "./step-box";
import { copyOf, focusStep, stepKeys } from "./step-keys";
import { StepPortals, useStepSlots } from "./step-portals";
import { type StepActs, StepRow } from "./step-row";
import { ThumbBar } from "./thumb-bar";
import type { BoardDocument, BoardIncident, BoardRights, BoardStep, Person } from "./types";
import { useBoardCopy } from "./use-board-copy";
import { useBoardKeys } from "./use-board-keys";
import { useBoardStore } from "./use-board-store";
import { usePresenceReport } from "./use-presence-report";

export type BoardProps = {
  incident: BoardIncident;
  document: BoardDocument;
  /** Other runs of the same incident. */
  otherRuns: { id: string; title: string }[];
  initial: BoardState;
  person: Person;
  rights: BoardRights;
  /** Set while the database is away: the board is the last known one, as of that time (ISO 8601). */
  stale: { asOf: string } | null;
};

/** The incident's board: the runbook itself, with boxes that everybody sees change. */
export function Board(props: BoardProps) {
  const { incident, document: doc, otherRuns, initial, person, rights, stale } = props;
  const { runId, steps } = doc;
  const { store, snapshot, link, lookers, spoken } = useBoardStore({
    incident,
    document: doc,
    initial,
    person,
  });
  const { shown, unsaved } = snapshot;
  useBoardCopy(props, snapshot.told);
  const [slots, findSlots] = useStepSlots();
  const [question, setQuestion] = useState<Question | null>(null);
  const [areKeysOn, setKeysOn] = useSingleKeys();

  const status = shown.status.value;
  const canTick = rights.canAppend && status !== "resolved";
  const states = useMemo(() => statesOf(steps, shown.checklist, runId), [steps, shown.checklist, runId]);
  const isOpen = (step: BoardStep) => {
    const state = states.get(step.id);
    return state === "open" || state === "in-progress";
  };
  const current = findCurrentStep(steps, isOpen);
  const openSteps = leftAtClosing(steps, states).length;
  const settled = countSettled(states, states.keys());
  const sections = useMemo(() => sectionsOf(doc), [doc]);
  const values = useMemo(() => valuesOfRun(shown.values, runId), [shown.values, runId]);
  const texts = useMemo(() => new Map(steps.map((step) => [step.id, step.text])), [steps]);
  usePresenceReport({
    incidentKey: incident.key,
    runId,
    meId: person.id,
    isLive: link.state === "live",
    recent: shown.recent,
  });
  const othersAt = (stepId: string) =>
    lookers.filter(
      (other) => other.stepId === stepId && other.runId === runId && other.personId !== person.id,
    );
  useStepMarks(slots, states, canTick ? (current?.id ?? null) : null);

  const toggle = (stepId: string) => {
    const kind = states.get(stepId) === "done" ? "step.unchecked" : "step.checked";
    store.act({ kind, runId, stepId, data: {} });
  };
  const askAbout = (ask: typeof askSkip) => (stepId: string) => {
    const step = steps.find((candidate) => candidate.id === stepId);
    if (step) setQuestion(ask({ store, runId, step }));
  };
  const skip = askAbout(askSkip);
  const note = askAbout(askStepNote);

  useBoardKeys(
    areKeysOn,
    stepKeys({
      steps,
      slots,
      currentId: current?.id ?? null,
      isOpen: (stepId) => states.get(stepId) === "open",
      onToggle: canTick ? toggle : null,
      onSkip: canTick ? skip : null,
      onNote: rights.canAppend ? note : null,
    }),
  );

  const recordCopy = useCallback(
    ({ unit, text, values: all }: CopiedCommand) => {
      if (!rights.canAppend) return;
      // Half of a surrogate pair at the cut could not be stored.
      const masked = maskSecrets(text, all, doc.variables)
        .slice(0, 20_000)
        .replace(/\p{Surrogate}/gu, "");
      store.act({ kind: "command.copied", runId, stepId: null, data: { commandId: unit.id, text: masked } });
    },
    [store, runId, doc.variables, rights.canAppend],
  );
  const recordValue = useCallback(
    ({ key, isSecret }: Variable, value: string) => {
      const known = store.get().shown.values[valueKey(runId, key)]?.value ?? "";
      if (isSecret || !canTick || value === known) return;
      store.act({
        kind: "variable.set",
        runId,
        stepId: null,
        data: { key, value: value === "" ? null : value },
      });
    },
    [store, runId, canTick],
  );

  const actsOf = (step: BoardStep): StepActs => ({
    done: canTick ? () => toggle(step.id) : null,
    undo: canTick ? () => store.act({ kind: "step.unchecked", runId, stepId: step.id, data: {} }) : null,
    skip: canTick ? () => skip(step.id) : null,
    notApplicable: canTick ? () => askAbout(askNotApplicable)(step.id) : null,
    note: rights.canAppend ? () => note(step.id) : null,
  });
  const failureOf = (step: BoardStep) => {
    const failed = unsaved.find((item) => item.message !== null && item.input.stepId === step.id);
    if (!failed?.message) return null;
    const { id } = failed.input;
    return { message: failed.message, onRetry: () => store.retry(id), onDiscard: () => store.discard(id) };
  };
  const isWaiting = (step: BoardStep) =>
    unsaved.some((item) => item.state === "waiting" && item.input.stepId === step.id);
  const lost = unsaved.filter((item) => item.message !== null && item.input.stepId === null);
  const mainCopy = copyOf(slots, current?.id ?? null);

  return (
    <div className="board" data-keys={areKeysOn || undefined}>
      <IncidentBand
        incident={incident}
        status={status}
        statusSince={shown.status.at}
        people={
          <BandPeople
            me={person}
            lookers={lookers}
            acted={shown.people}
            placeOf={(looker) => placeWords(looker, runId, steps)}
          />
        }
        link={link}
        onStatus={rights.canChangeStatus ? (to) => setQuestion(askStatus({ store, to, openSteps })) : null}
      />
      <div className="cols board-cols">
        <BoardContents
          title={doc.title}
          sections={sections}
          states={states}
          currentStepId={current?.id ?? null}
        />
        <main id="main">
          {stale && link.state !== "live" ? (
            <StaleNotice asOf={stale.asOf}>
              reading and copying go on. Ticks are kept in this browser and sent when it is back.
            </StaleNotice>
          ) : null}
          <BoardTitle
            doc={doc}
            settled={settled}
            isClosed={status === "resolved"}
            current={current}
            onGo={(stepId) => focusStep(slots, stepId)}
          />
          <LiveDocument
            html={doc.html}
            commands={doc.commands}
            variables={doc.variables}
            storageKey={`${incident.key}:${runId}`}
            initialValues={values}
            onCopied={recordCopy}
            onValueChange={recordValue}
            onMount={findSlots}
          >
            <StepPortals
              steps={steps}
              slots={slots}
              renderBox={(step) => (
                <StepBox
                  step={step}
                  state={states.get(step.id) ?? "open"}
                  isSaving={isWaiting(step)}
                  onToggle={canTick ? () => toggle(step.id) : null}
                />
              )}
              renderRow={(step) => (
                <StepRow
                  record={recordOf(shown.checklist, runId, step.id)}
                  isCurrent={canTick && step === current}
                  acts={actsOf(step)}
                  isWaiting={isWaiting(step)}
                  failure={failureOf(step)}
                  others={<StepPeople people={othersAt(step.id)} />}
                />
              )}
            />
          </LiveDocument>
        </main>
        <BoardRail
          incidentKey={incident.key}
          events={shown.recent}
          stepText={(stepId) => texts.get(stepId ?? "") ?? "a step of another runbook"}
          otherRuns={otherRuns}
          onNote={rights.canAppend ? () => setQuestion(askIncidentNote(store)) : null}
        />
      </div>
      <LiveRegion announcement={spoken} />
      <LinkNotice link={link} lost={lost} onRetry={store.retry} onDiscard={store.discard} />
      <KeysBar isOn={areKeysOn} onChange={setKeysOn} />
      <ThumbBar
        link={link}
        onSkip={canTick && current ? () => skip(current.id) : null}
        onCopy={mainCopy ? () => mainCopy.click() : null}
        onDone={canTick && current ? () => toggle(current.id) : null}
      />
      {question ? <AskDialog question={question} onClose={() => setQuestion(null)} /> : null}
    </div>
  );
}

"use client";

import "./board.css";
import "./band.css";
import "./steps.css";
import { useMemo, useState } from "react";
import { LiveDocument } from "@/components/runbook/live-document";
import { StaleNotice } from "@/components/shell/stale-notice";
import { Button } from "@/components/ui/button";
import { DrillMark } from "@/components/ui/drill-mark";
import { LiveRegion } from "@/components/ui/live-region";
import { useSingleKeys } from "@/components/ui/single-keys";
import { type BoardState, valuesOfRun } from "@/lib/domain/board-state";
import { mergesOf } from "@/lib/domain/facts/merges";
import { BoardContents } from "./board-contents";
import { BoardDialogs } from "./board-dialogs";
import { BoardRail } from "./board-rail";
import { BoardTitle } from "./board-title";
import { IncidentBand } from "./incident-band";
import { KeysBar } from "./keys-bar";
import { LaterNotes } from "./later-notes";
import { LinkNotice } from "./link-notice";
import { DeskFoot } from "./panels/desk-foot";
import { DeskMarks } from "./panels/desk-marks";
import type { OtherRun } from "./panels/desk-types";
import { HandOverCard } from "./panels/hand-over-card";
import { IncidentNotices } from "./panels/incident-notices";
import { RunsPanel } from "./panels/runs-panel";
import { SheetButton } from "./panels/sheet-button";
import { UrgentChip } from "./panels/urgent-chip";
import { useDesk } from "./panels/use-desk";
import { valueNotesOf } from "./panels/value-notes";
import { BandPeople, placeWords } from "./presence-people";
import { StepControls } from "./step-controls";
import { copyOf, focusStep } from "./step-keys";
import { ThumbBar } from "./thumb-bar";
import type { BoardDocument, BoardIncident, BoardRights, Person } from "./types";
import { useBoardCopy } from "./use-board-copy";
import { useBoardSteps } from "./use-board-steps";
import { useBoardStore } from "./use-board-store";
import { usePresenceReport } from "./use-presence-report";
import { useRecorder } from "./use-recorder";

const noRights: BoardRights = { canAppend: false, canChangeStatus: false };

export type BoardProps = {
  incident: BoardIncident;
  document: BoardDocument;
  /** Other runs of the same incident. */
  otherRuns: OtherRun[];
  initial: BoardState;
  person: Person;
  rights: BoardRights;
  /** Set while the database is away: the board is the last known one, as of that time (ISO 8601). */
  stale: { asOf: string } | null;
};

/** The incident's board: the runbook itself, with boxes that everybody sees change. */
export function Board(props: BoardProps) {
  const { incident, document: doc, otherRuns, initial, person, stale } = props;
  const { runId } = doc;
  const live = useBoardStore({ incident, document: doc, initial, person });
  const { store, snapshot, link, lookers, spoken } = live;
  const { shown, unsaved } = snapshot;
  useBoardCopy(props, snapshot.told);
  // What goes on elsewhere is only read here.
  const isMerged = useMemo(() => mergesOf(shown.facts).into !== null, [shown.facts]);
  const rights = isMerged ? noRights : props.rights;
  const [areKeysOn, setKeysOn] = useSingleKeys();
  const [isLaterShown, setLaterShown] = useState(false);
  const [isCopy, setCopy] = useState(stale !== null);
  // From here on the board is as good as the record, whatever happens to the link.
  if (isCopy && link.state === "live") setCopy(false);

  const board = useBoardSteps({ incident, doc, shown, store, person, rights, areKeysOn });
  const { list, slots, acts, away } = board;
  const { steps, current, isResolved } = list;
  const currentId = current && acts.canTick(current) ? current.id : null;
  const values = useMemo(() => valuesOfRun(shown.values, runId), [shown.values, runId]);
  const recorder = useRecorder({
    store,
    runId,
    variables: doc.variables,
    canAppend: rights.canAppend,
    canTick: rights.canAppend && !isResolved,
  });
  const valueNotes = useMemo(() => valueNotesOf(shown.values, runId), [shown.values, runId]);
  const desk = useDesk({ incident, document: doc, otherRuns, state: shown, store, person, rights });
  const urgent = <UrgentChip desk={desk} states={list.states} />;
  usePresenceReport({
    incidentKey: incident.key,
    runId,
    meId: person.id,
    isLive: link.state === "live",
    recent: shown.recent,
  });
  // What was refused and has no step to say it beside: a step that was not added has none either.
  const lost = unsaved.filter(
    ({ message, input }) => message !== null && (input.stepId === null || !slots.has(input.stepId)),
  );
  const mainCopy = copyOf(slots, currentId);
  const go = (stepId: string) => focusStep(slots, stepId);
  const isToChoose = current?.choice != null && list.states.get(current.id) === "open";
  const doMeant = () => {
    const id = board.meantId();
    if (id !== null) acts.tryAct(id, "use", "done");
  };

  return (
    <div
      className="board"
      data-keys={areKeysOn || undefined}
      data-later-shown={isLaterShown || undefined}
      data-drill={incident.isDrill || undefined}
    >
      {incident.isDrill ? <DrillMark /> : null}
      <IncidentBand
        incident={incident}
        status={shown.status.value}
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
        desk={desk}
        urgent={urgent}
        onStatus={acts.askStatus}
      />
      <IncidentNotices desk={desk} />
      <div className="cols board-cols">
        <BoardContents
          title={doc.title}
          sections={list.sections}
          states={list.states}
          isResolved={isResolved}
          currentStepId={isMerged ? null : (current?.id ?? null)}
          head={<SheetButton desk={desk} urgent={urgent} />}
          runs={<RunsPanel desk={desk} />}
          hasSeveralRuns={desk.runs.length > 1}
        />
        <main id="main">
          {stale && isCopy ? (
            <StaleNotice asOf={stale.asOf}>
              reading and copying go on. Ticks are kept in this browser and sent when it is back.
            </StaleNotice>
          ) : null}
          <HandOverCard desk={desk} place="page" />
          <BoardTitle doc={doc} list={list} isMerged={isMerged} onGo={go} />
          <LiveDocument
            html={doc.html}
            commands={doc.commands}
            variables={doc.variables}
            storageKey={`${incident.key}:${runId}`}
            initialValues={values}
            valueNotes={valueNotes}
            onCopied={recorder.recordCopy}
            onValueChange={recorder.recordValue}
            onMount={board.findSlots}
          >
            <StepControls board={board} live={live} runId={runId} meId={person.id} />
            <LaterNotes
              slots={slots}
              later={board.later}
              isShown={isLaterShown}
              onToggle={() => setLaterShown(!isLaterShown)}
            />
            <DeskMarks desk={desk} slots={slots} states={list.states} />
            {acts.addAtEnd ? (
              <Button className="add-step" onClick={acts.addAtEnd}>
                Add a step at the end
              </Button>
            ) : null}
          </LiveDocument>
        </main>
        <BoardRail
          desk={desk}
          events={shown.recent}
          stepText={(stepId) => list.texts.get(stepId ?? "") ?? "a step of another runbook"}
          onGo={go}
          onNote={acts.noteIncident}
        />
      </div>
      <LiveRegion announcement={spoken} />
      <LiveRegion announcement={board.said} />
      <LiveRegion announcement={acts.overtaken} />
      <LinkNotice
        link={link}
        isAwaySaid={isCopy}
        lost={lost}
        onRetry={store.retry}
        onDiscard={store.discard}
      />
      {away ? (
        <Button className="back-to-step no-print" onClick={() => go(away)}>
          Back to my step
        </Button>
      ) : null}
      <KeysBar isOn={areKeysOn} canAct={rights.canAppend} onChange={setKeysOn} />
      <ThumbBar
        link={link}
        step={currentId ? current : null}
        onSkip={currentId ? () => acts.tryAct(currentId, "skip") : null}
        onCopy={mainCopy ? () => mainCopy.click() : null}
        onDone={currentId ? () => (away ? go(away) : doMeant()) : null}
        doneWord={away ? "Go to step" : isToChoose ? "Use this" : "Done"}
      />
      <BoardDialogs
        store={store}
        acts={acts}
        list={list}
        desk={desk}
        commandText={board.commandText}
        mask={recorder.mask}
        onGo={go}
      />
      <DeskFoot desk={desk} states={list.states} />
    </div>
  );
}

import type { BoardProps } from "@/components/board/board";
import { fillSlots } from "@/components/board/fill-slots";
import { keepWaitPlaces } from "@/components/board/panels/run-aids";
import type { NewIncident } from "@/components/incidents/open-incident";
import { browserOutbox } from "@/components/outbox/browser-outbox";
import { emptyBoard } from "@/lib/domain/board-state";
import type { KeptPerson } from "@/lib/domain/offline-copy";
import type { CopyStore, KeptIncident, KeptRunbook } from "./copy-store";

type Start = NewIncident & { occurredAt: string };
/** What the board of a new incident needs of the runbook that it follows. */
export type FollowedRunbook = Pick<KeptRunbook, "runbook" | "steps" | "aids">;

/**
 * Starts an incident without the portal: the outbox holds what it will be told, the copy holds the board, on the
 * revision that this device shows. It goes by its id until the portal has given it a number. Throws when the outbox
 * cannot keep it, or the runbook is not there; what the outbox has kept is started, with a board or without.
 */
export async function startIncident(
  store: CopyStore,
  person: KeptPerson,
  incident: NewIncident,
  kept: FollowedRunbook | undefined,
): Promise<void> {
  if (!kept) throw new Error("This runbook is not kept on this device.");
  const start = { ...incident, title: incident.title.trim(), occurredAt: new Date().toISOString() };
  const body = { ...start, revision: kept.runbook.revision.number };
  const { id, title } = start;
  const draft = { kind: "incident", id, incident: id, incidentKey: null, about: title, body } as const;
  await browserOutbox(person.id).add(draft);
  try {
    await keepCopyOf(store, person, start, kept);
  } catch {
    // It will be opened all the same: who reads that it was not would start it twice.
  }
}

/** Its board, and its line in the lists. */
async function keepCopyOf(
  store: CopyStore,
  person: KeptPerson,
  start: Start,
  kept: FollowedRunbook,
): Promise<void> {
  const { id, title, severity, isDrill, occurredAt } = start;
  await store.keepBoards(person, {
    key: id,
    id,
    lastSeq: -1,
    rights: "",
    keptAt: occurredAt,
    boards: [boardOf(kept, person, start)],
  });
  const row: KeptIncident = {
    id,
    key: id,
    lastSeq: -1,
    title,
    severity,
    status: "open",
    isDrill,
    openedAt: occurredAt,
    openedBy: person.name,
    runbookTitle: kept.runbook.facts.title,
    done: 0,
    total: kept.steps.length,
  };
  await store.addIncident(person, row);
}

function boardOf({ runbook, steps, aids }: FollowedRunbook, person: KeptPerson, start: Start): BoardProps {
  const { id, runId, title, severity, isDrill, occurredAt } = start;
  const { facts, revision } = runbook;
  const [first] = facts.sections;
  return {
    incident: { id, key: id, title, severity, isDrill, openedAt: occurredAt, openedBy: person.name },
    document: {
      runId,
      startedAt: occurredAt,
      slug: runbook.slug,
      title: facts.title,
      titleAnchor: first?.depth === 1 ? first.id : null,
      squadName: runbook.squadName,
      revision: revision.number,
      newestRevision: revision.number,
      html: keepWaitPlaces(fillSlots(runbook.html, steps, runId, emptyBoard, new Date(occurredAt)), aids),
      sections: facts.sections,
      steps,
      commands: runbook.units,
      variables: runbook.variables,
      aids,
    },
    otherRuns: [],
    initial: emptyBoard,
    person: { id: person.id, name: person.name },
    rights: { canAppend: person.canOpen, canChangeStatus: person.canOpen },
    stale: null,
  };
}

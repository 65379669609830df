import type { BoardProps } from "@/components/board/board";
import { fillSlots } from "@/components/board/fill-slots";
import { browserOutbox } from "@/components/outbox/browser-outbox";
import type { OpenIncidentBody } from "@/components/outbox/outbox-entry";
import { emptyBoard } from "@/lib/domain/board-state";
import type { KeptPerson } from "@/lib/domain/offline-copy";
import type { CopyStore, KeptIncident, KeptRunbook } from "./copy-store";

type Start = OpenIncidentBody & { runId: string; occurredAt: string };

/**
 * Starts an incident without a network: the outbox holds what the portal will be told, the copy holds its board. It
 * goes by its id until the portal has given it a number. Throws when the device cannot keep it, or the runbook is not
 * there.
 */
export async function startIncident(store: CopyStore, person: KeptPerson, body: Start): Promise<void> {
  const kept = await store.runbook(body.runbookSlug);
  if (!kept) throw new Error("This runbook is not kept on this device.");
  const { id, title, severity, isDrill, occurredAt } = body;
  const draft = { kind: "incident", id, incident: id, incidentKey: null, about: title, body } as const;
  await browserOutbox(person.id).add(draft);
  const board = boardOf(kept, person, body);
  await store.keepBoards(person, { key: id, id, lastSeq: -1, keptAt: occurredAt, boards: [board] });
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

function boardOf({ runbook, steps }: KeptRunbook, person: KeptPerson, body: Start): BoardProps {
  const { id, runId, title, severity, isDrill, occurredAt } = body;
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
      html: fillSlots(runbook.html, steps, runId, emptyBoard, new Date(occurredAt)),
      sections: facts.sections,
      steps,
      commands: runbook.units,
      variables: runbook.variables,
    },
    otherRuns: [],
    initial: emptyBoard,
    person: { id: person.id, name: person.name },
    rights: { canAppend: person.canOpen, canChangeStatus: person.canOpen },
    stale: null,
  };
}

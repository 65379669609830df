import type { IncidentStatus } from "@/lib/domain/incident-status";
import type { Question } from "./ask-dialog";
import type { Act, BoardStore } from "./board-store";
import type { StepAct } from "./step-offers";
import type { BoardStep } from "./types";

type Scene = { store: BoardStore; runId: string; step: BoardStep };
type Asked = Pick<Question, "title" | "label" | "confirm" | "isRequired"> & {
  make: (answer: string | null) => { kind: Act["kind"]; data: Act["data"] };
};

const withReason = (reason: string | null) => (reason === null ? {} : { reason });

const questions: Partial<Record<StepAct, Asked>> = {
  skip: {
    title: "Skip this step",
    label: "Reason",
    confirm: "Skip",
    isRequired: true,
    make: (reason) => ({ kind: "step.skipped", data: { reason: reason ?? "" } }),
  },
  "not-applicable": {
    title: "This step does not apply here",
    label: "Reason",
    confirm: "Not applicable",
    isRequired: false,
    make: (reason) => ({ kind: "step.not-applicable", data: withReason(reason) }),
  },
  defer: {
    title: "Put this step off",
    label: "Reason",
    confirm: "Put off",
    isRequired: false,
    make: (reason) => ({ kind: "step.deferred", data: withReason(reason) }),
  },
  fail: {
    title: "This step did not work",
    label: "What happened",
    confirm: "Did not work",
    isRequired: false,
    make: (reason) => ({ kind: "step.failed", data: withReason(reason) }),
  },
  note: {
    title: "Note on this step",
    label: "Note",
    confirm: "Add note",
    isRequired: true,
    make: (note) => ({ kind: "step.noted", data: { note: note ?? "" } }),
  },
};

/** The question that comes before an act on a step; null for one that is done at once. */
export function askAct(act: StepAct, { store, runId, step }: Scene): Question | null {
  const asked = questions[act];
  if (!asked) return null;
  const { make, ...words } = asked;
  return {
    ...words,
    text: step.text,
    maxLength: act === "note" ? 10_000 : 2_000,
    onAnswer: (answer) => store.act({ ...make(answer), runId, stepId: step.id } as Act),
  };
}

/** Asks for a step that the runbook does not have; `after` null puts it behind the last one. */
export function askAddedStep({
  store,
  runId,
  after,
}: Omit<Scene, "step"> & { after: BoardStep | null }): Question {
  return {
    title: after ? "Add a step below" : "Add a step at the end",
    text: after ? `It follows “${after.text}”, in this incident only.` : "It stands in this incident only.",
    label: "What is to be done",
    confirm: "Add step",
    isRequired: true,
    maxLength: 500,
    onAnswer: (text) =>
      store.act({
        kind: "step.added",
        runId,
        stepId: null,
        data: { text: text ?? "", after: after?.id ?? null },
      }),
  };
}

export function askIncidentNote(store: BoardStore): Question {
  return {
    title: "Note on this incident",
    text: "What you saw, whom you called, what you decided: it stands in the timeline.",
    label: "Note",
    confirm: "Add note",
    isRequired: true,
    maxLength: 10_000,
    onAnswer: (note) =>
      store.act({ kind: "incident.noted", runId: null, stepId: null, data: { note: note ?? "" } }),
  };
}

type Change = Exclude<IncidentStatus, "resolved">;

const changes: Record<Change, Pick<Question, "title" | "text" | "confirm" | "isRequired">> = {
  open: {
    title: "Open this incident again",
    text: "The checklist can be ticked again.",
    confirm: "Open again",
    isRequired: true,
  },
  mitigated: {
    title: "Mark as mitigated",
    text: "Users are no longer hit; the cause may still be there.",
    confirm: "Mitigated",
    isRequired: false,
  },
};

/** Resolving asks more: resolve-dialog.tsx. */
export function askStatus(store: BoardStore, to: Change): Question {
  return {
    ...changes[to],
    label: "Reason",
    maxLength: 2_000,
    onAnswer: (reason) => actStatus(store, to, reason),
  };
}

export function actStatus(store: BoardStore, to: IncidentStatus, reason: string | null): void {
  store.act({ kind: "status.changed", runId: null, stepId: null, data: { to, ...withReason(reason) } });
}

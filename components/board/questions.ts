import type { IncidentStatus } from "@/lib/domain/incident-status";
import type { Question } from "./ask-dialog";
import type { Act, BoardStore } from "./board-store";
import type { BoardStep } from "./types";

type StepQuestion = { store: BoardStore; runId: string; step: BoardStep };

function act(store: BoardStore, make: (answer: string) => Act | null): Question["onAnswer"] {
  return (answer) => {
    const made = make(answer ?? "");
    if (made) store.act(made);
    return null;
  };
}

export function askSkip({ store, runId, step }: StepQuestion): Question {
  return {
    title: "Skip this step",
    text: step.text,
    label: "Reason",
    confirm: "Skip",
    isRequired: true,
    maxLength: 2_000,
    onAnswer: act(store, (reason) => ({ kind: "step.skipped", runId, stepId: step.id, data: { reason } })),
  };
}

export function askNotApplicable({ store, runId, step }: StepQuestion): Question {
  return {
    title: "This step does not apply here",
    text: step.text,
    label: "Reason",
    confirm: "Not applicable",
    isRequired: false,
    maxLength: 2_000,
    onAnswer: act(store, (reason) => ({
      kind: "step.not-applicable",
      runId,
      stepId: step.id,
      data: reason ? { reason } : {},
    })),
  };
}

export function askStepNote({ store, runId, step }: StepQuestion): Question {
  return {
    title: "Note on this step",
    text: step.text,
    label: "Note",
    confirm: "Add note",
    isRequired: true,
    maxLength: 10_000,
    onAnswer: act(store, (note) => ({ kind: "step.noted", runId, stepId: step.id, data: { note } })),
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
    onAnswer: act(store, (note) => ({ kind: "incident.noted", runId: null, stepId: null, data: { note } })),
  };
}

const statusTitles: Record<IncidentStatus, string> = {
  open: "Open this incident again",
  mitigated: "Mark as mitigated",
  resolved: "Mark as resolved",
};

const statusTexts: Record<IncidentStatus, string> = {
  open: "The checklist can be ticked again.",
  mitigated: "Users are no longer hit; the cause may still be there.",
  resolved: "The incident is over. The checklist closes; notes can still be added.",
};

type StatusQuestion = { store: BoardStore; to: IncidentStatus; openSteps: number };

export function askStatus({ store, to, openSteps }: StatusQuestion): Question {
  const isUnfinished = to === "resolved" && openSteps > 0;
  const steps = `${openSteps} ${openSteps === 1 ? "step is" : "steps are"} still open.`;
  return {
    title: statusTitles[to],
    text: isUnfinished ? `${steps} Say why that is all right; the review shows it.` : statusTexts[to],
    label: "Reason",
    confirm: to === "open" ? "Open again" : to === "mitigated" ? "Mitigated" : "Resolved",
    isRequired: isUnfinished || to === "open",
    maxLength: 2_000,
    onAnswer: act(store, (reason) => ({
      kind: "status.changed",
      runId: null,
      stepId: null,
      data: { to, ...(reason && { reason }) },
    })),
  };
}

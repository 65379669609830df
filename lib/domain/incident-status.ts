export const incidentStatuses = ["open", "mitigated", "resolved"] as const;
export type IncidentStatus = (typeof incidentStatuses)[number];

export const severities = ["SEV1", "SEV2", "SEV3", "SEV4"] as const;
export type Severity = (typeof severities)[number];

export const severityWords: Record<Severity, string> = {
  SEV1: "Critical: users are hit widely",
  SEV2: "High: users are hit in part",
  SEV3: "Medium: a way round exists",
  SEV4: "Low: no user is hit",
};

/** Forwards by one or two, backwards only to open. */
const nextOf: Record<IncidentStatus, readonly IncidentStatus[]> = {
  open: ["mitigated", "resolved"],
  mitigated: ["resolved", "open"],
  resolved: ["open"],
};

export function nextStatuses(from: IncidentStatus): readonly IncidentStatus[] {
  return nextOf[from];
}

/** `openSteps` null: the steps of a runbook cannot be read, so nobody knows. */
type Change = { from: IncidentStatus; to: IncidentStatus; openSteps: number | null };

/** Resolving with open steps, or with steps that nobody can count, and opening again must say why. */
export function needsReason({ from, to, openSteps }: Change): boolean {
  return (to === "resolved" && openSteps !== 0) || (to === "open" && from !== "open");
}

/** Why a change of status is refused, as a sentence; null when it may go ahead. */
export function refuseStatusChange(change: Change & { reason: string | null }): string | null {
  const { from, to, openSteps } = change;
  if (from === to) return `The incident is already ${to}.`;
  if (!nextOf[from].includes(to))
    return `An incident that is ${from} cannot become ${to}. Open it again first.`;
  if (!needsReason(change) || change.reason) return null;
  if (to === "open") return "Say why the incident is opened again.";
  return openSteps === null
    ? "Say why it is resolved: the steps of a runbook cannot be read, so nobody knows which are open."
    : `Say why it is resolved with ${openSteps} open ${openSteps === 1 ? "step" : "steps"}.`;
}

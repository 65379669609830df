import { maskSecrets } from "./commands/mask-secrets";
import type { Variable } from "./document";
import type { IncidentEvent } from "./incident-event";

/**
 * An event whose texts have passed the mask for secrets once more. They were masked before they were stored; a rule
 * that was learned since counts for old rows too. The value of a secret variable is left out whole.
 */
export function maskEvent(event: IncidentEvent, variables: Variable[]): IncidentEvent {
  const data = Object.fromEntries(
    Object.entries(event.data).map(([name, value]) => [
      name,
      typeof value === "string" ? maskSecrets(value, {}, variables) : value,
    ]),
  );
  if (event.kind === "variable.set" && event.data.value !== null) {
    const { key } = event.data;
    const isSecret = variables.some((variable) => variable.key === key && variable.isSecret);
    return { ...event, data: { ...event.data, value: isSecret ? "[left out]" : String(data.value) } };
  }
  // Only texts were exchanged, so the shape still fits the kind.
  return { ...event, data } as IncidentEvent;
}

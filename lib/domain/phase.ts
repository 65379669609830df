import type { Phase, SectionKind } from "./document";
import { plainWords } from "./section-kind";

const IMMEDIATE =
  /\b(?:immediate(?:ly)?|first response|initial (?:response|actions?|steps)|first (?:\d+|five|ten|fifteen|thirty) min\p{L}*|first steps|stop the bleeding|quick (?:fix|actions?|mitigation)|containment|emergency (?:actions?|steps?|response|stop)|urgent)\b/u;
const AFTER =
  /\b(?:post (?:resolution|incident|fix|mortem|mortems|remediation|recovery|rollback)|postmortems?|after (?:the (?:incident|fix)|resolution|resolving|recovery)|follow ups?|lessons learn\p{L}*)\b/u;

/** Over, not only mended: what is checked after a fix is still asked for when the incident is closed. */
const OVER =
  /\b(?:post (?:incident|mortem|mortems|resolution)|postmortems?|after (?:the incident|resolution))\b/u;

const phases: Partial<Record<SectionKind, Phase>> = {
  diagnosis: "investigation",
  mitigation: "resolution",
  rollback: "resolution",
  // What checks the fix belongs to it: an incident is over when the check is.
  validation: "resolution",
  "post-resolution": "after",
};

/** When in an incident a heading or a bold label says that its steps are done; null when it says nothing of it. */
export function phaseOf(heading: string, kind: SectionKind): Phase | null {
  const words = plainWords(heading);
  if (kind === "runbook-validation") return null;
  if (AFTER.test(words) && (kind !== "validation" || OVER.test(words))) return "after";
  if (IMMEDIATE.test(words)) return "immediate";
  return phases[kind] ?? null;
}

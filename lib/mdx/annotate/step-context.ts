import { readCondition } from "@/lib/domain/condition-words";
import type { Phase, Section, SectionKind, Step, StepCondition } from "@/lib/domain/document";
import { phaseOf } from "@/lib/domain/phase";
import { sectionKindOf } from "@/lib/domain/section-kind";

/** What a heading or a bold label says of the steps below it. */
export type StepContext = {
  sectionId: string | null;
  kind: SectionKind;
  phase: Phase | null;
  condition: StepCondition | null;
  /** Bullets with a command are steps here. */
  saysSteps: boolean;
};

export const noContext: StepContext = {
  sectionId: null,
  kind: "other",
  phase: null,
  condition: null,
  saysSteps: false,
};

const KINDS_OF_STEPS: ReadonlySet<SectionKind> = new Set([
  "diagnosis",
  "mitigation",
  "rollback",
  "post-resolution",
]);
const SAYS_STEPS = /\b(?:steps|procedures?|actions?|instructions|checklists?|to-?dos?|what to do|how to)\b/i;
const BEGINS_WITH_CONDITION = /^(?:if|unless|in case|optional)\b|\(/i;

/** What each section says of its steps; a section that says nothing takes what the one around it says. */
export function contextsOf(sections: readonly Section[]): ReadonlyMap<string, StepContext> {
  const known = new Map<string, StepContext>();
  for (const section of sections) {
    const around = (section.parentId === null ? undefined : known.get(section.parentId)) ?? noContext;
    const isChecked = around.kind === "runbook-validation";
    const own = isChecked ? "runbook-validation" : section.kind;
    known.set(section.id, {
      ...say(section.text, own, around, section.depth > 1),
      sectionId: section.id,
      phase: isChecked ? null : section.phase,
    });
  }
  return known;
}

/** What a bold label says of the steps below it, within its section or the label around it. */
export function labelContext(label: string, around: StepContext): StepContext {
  if (around.kind === "runbook-validation") return around;
  const kind = sectionKindOf(label);
  const phase = kind === "runbook-validation" ? null : (phaseOf(label, kind) ?? around.phase);
  return { ...say(label, kind, around, true), sectionId: around.sectionId, phase };
}

/** The facts that a step has from where it stands and from its own words. */
export function placeOfStep(
  context: StepContext,
  words: string,
): Pick<Step, "sectionId" | "phase" | "condition"> {
  return {
    sectionId: context.sectionId,
    phase: context.phase,
    condition: readCondition(words) ?? context.condition,
  };
}

function say(
  words: string,
  own: SectionKind,
  around: StepContext,
  mayHoldSteps: boolean,
): Pick<StepContext, "kind" | "condition" | "saysSteps"> {
  const condition = BEGINS_WITH_CONDITION.test(words) ? readCondition(words) : null;
  const isSaid = KINDS_OF_STEPS.has(own) || SAYS_STEPS.test(words);
  return {
    kind: own === "other" ? around.kind : own,
    condition: condition ?? around.condition,
    saysSteps: mayHoldSteps && (isSaid || (own === "other" && around.saysSteps)),
  };
}

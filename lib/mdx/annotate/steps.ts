import type { Element } from "hast";
import type { CommandBlock, Step } from "@/lib/domain/document";
import { readBoldLabel } from "@/lib/reading/document/bold-label";
import type { StepLead } from "@/lib/reading/document/step-lead";
import { elementsOf, headingDepth, isElement, lineOf, type Parent, walk } from "@/lib/reading/hast";
import type { CommandPlace } from "./commands";
import type { Draft } from "./draft";
import { drawStep } from "./draw-step";
import { type DrawnGroup, readFenceSteps } from "./fence-steps";
import { contextsOf, labelContext, noContext, placeOfStep, type StepContext } from "./step-context";
import { StepIds } from "./step-ids";
import { countItems, holdsInItself, takeBox } from "./step-lists";
import { wrapStepSections } from "./step-sections";
import { readStepWords, stepText } from "./step-words";

type Reader = {
  draft: Draft;
  ids: StepIds;
  ordinals: Map<Element, number>;
  leads: ReadonlyMap<Element, StepLead>;
  blocks: ReadonlyMap<Element, CommandBlock>;
  groups: Map<string, DrawnGroup[]>;
  contexts: ReadonlyMap<string, StepContext>;
  /** Of the heading above; labels come and go below it. */
  section: StepContext;
};

/**
 * Marks what can be ticked, nested ones too: task items, items of ordered lists, `<Step>`, "Step N" headings and bold
 * lines, bullets with a command where the text says that they are steps, and the numbered parts of a fence. Gives the
 * blocks their steps, and returns how the fences are divided.
 */
export function annotateSteps(
  root: Parent,
  places: readonly CommandPlace[],
  draft: Draft,
): ReadonlyMap<string, readonly DrawnGroup[]> {
  const reader: Reader = {
    draft,
    ids: new StepIds(),
    ordinals: new Map(),
    leads: wrapStepSections(root, draft.sections),
    blocks: new Map(places.map(({ node, block }) => [node, block])),
    groups: new Map(),
    contexts: contextsOf(draft.sections),
    section: noContext,
  };
  readChildren(reader, root, null, null);
  return reader.groups;
}

/** `around` is what a bold label above says; null when only the heading speaks. */
function readChildren(reader: Reader, parent: Parent, outer: Step | null, around: StepContext | null): void {
  let label = around;
  let isFirst = true;
  for (const node of elementsOf(parent)) {
    // The first words of an item name the item itself.
    const isTitle = isFirst && isElement(parent, "li", "rp-step");
    isFirst = false;
    if (node.properties.dataFootnotes !== undefined) continue;
    if (headingDepth(node) !== null) {
      reader.section = reader.contexts.get(String(node.properties.id)) ?? reader.section;
      label = null;
    }
    const block = reader.blocks.get(node);
    if (block) {
      readBlock(reader, block, outer, label ?? reader.section);
      continue;
    }
    if (node.tagName === "table") {
      readTable(reader, node, outer, label ?? reader.section);
      continue;
    }
    countItems(node, reader.ordinals);
    const words = isTitle ? null : readBoldLabel(node);
    if (words !== null && node.tagName === "p") label = labelContext(words, around ?? reader.section);
    if (readStep(reader, { node, parent, outer, label })) continue;
    const isItem = words !== null && node.tagName === "li";
    readChildren(reader, node, outer, isItem ? labelContext(words, label ?? reader.section) : label);
  }
}

/** A table holds commands and no steps. */
function readTable(reader: Reader, table: Element, outer: Step | null, context: StepContext): void {
  walk(table, ({ node }) => {
    const block = reader.blocks.get(node);
    if (block) readBlock(reader, block, outer, context);
    return !block;
  });
}

function readBlock(reader: Reader, block: CommandBlock, outer: Step | null, context: StepContext): void {
  block.stepId = outer?.id ?? null;
  outer?.commandIds.push(block.id);
  const groups = readFenceSteps(block, { outer, context, ids: reader.ids });
  if (!groups) return;
  reader.groups.set(block.id, groups);
  for (const { step } of groups) if (step) take(reader, step, context);
}

type Candidate = { node: Element; parent: Parent; outer: Step | null; label: StepContext | null };

/** Reads a step with all that stands inside it; false when the element is none. */
function readStep(reader: Reader, candidate: Candidate): boolean {
  const { node, outer, label } = candidate;
  const lead = reader.leads.get(node);
  if (!lead && !isElement(node, "li", "rp-step")) return false;
  const box = lead ? null : takeBox(node);
  const ordinal = lead?.ordinal ?? reader.ordinals.get(node) ?? null;
  const context = headingContext(reader, lead && node) ?? label ?? reader.section;
  const isBullet = !lead && !box && ordinal === null;
  if (isBullet && !isStepBullet(reader, candidate, context)) return false;
  const kind = lead ? "heading" : box ? "task" : isBullet ? "bullet" : "numbered";
  const text = lead?.text ?? (stepText(node) || `Step ${ordinal ?? (outer?.depth ?? 0) + 1}`);
  const step: Step = {
    id: reader.ids.nextOf(node, { kind, text, sectionId: context.sectionId }, reader.draft.problems),
    kind,
    text,
    ordinal,
    parentId: outer?.id ?? null,
    depth: (outer?.depth ?? 0) + 1,
    line: lineOf(node),
    commandIds: [],
    choice: null,
    ...placeOfStep(context, text),
    ...readStepWords(node),
  };
  take(reader, step, context);
  readChildren(reader, node, step, label);
  drawStep(node, { ...step, isRunbookCheck: context.kind === "runbook-validation" }, box);
  return true;
}

function take({ draft }: Reader, step: Step, context: StepContext): void {
  draft.steps.push(step);
  if (context.kind === "runbook-validation") draft.validationStepIds.push(step.id);
}

/** What the heading says that a step begins with; undefined for a step that begins with none. */
function headingContext(reader: Reader, wrapper: Element | undefined): StepContext | undefined {
  const heading = wrapper?.children[0];
  return heading?.type === "element" && headingDepth(heading) !== null
    ? reader.contexts.get(String(heading.properties.id))
    : undefined;
}

/** A bullet is a step where the text says so and it holds a command; inside another step it is a part of that one. */
function isStepBullet({ blocks }: Reader, { node, parent, outer }: Candidate, context: StepContext): boolean {
  if (!context.saysSteps || (outer !== null && outer.kind !== "bullet")) return false;
  return isElement(parent, "ul") && holdsInItself(node, (inner) => blocks.get(inner)?.kind === "command");
}

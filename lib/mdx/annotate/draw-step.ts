import type { Element, ElementContent } from "hast";
import type { Step } from "@/lib/domain/document";
import { el, isBlank } from "@/lib/reading/hast";
import { holdsSteps } from "./step-lists";

type StepMark = Pick<Step, "id" | "kind" | "text"> & {
  /** It checks the runbook itself: the board of an incident leaves it alone. */
  isRunbookCheck: boolean;
};

/** Marks an item, or the element around a heading, as a step and makes room for the board's controls. */
export function drawStep(node: Element, step: StepMark, box: Element | null): void {
  const { body, nested } = splitNested(node.children);
  const title = node.properties.dataTitle;
  if (typeof title === "string" && title.trim() !== "") {
    body.unshift(el("p", { className: ["step-title"] }, el("strong", {}, title)));
  }
  if (box) {
    box.properties = { ...box.properties, type: "checkbox", disabled: true, ariaLabel: step.text };
    body.unshift(box);
  }
  Object.assign(node, stepElement(node.tagName, step, body, nested));
  if (step.isRunbookCheck) node.properties.dataCheck = "runbook";
}

/** A step of the document: its box, its body, its buttons, and the steps inside it. */
export function stepElement(
  tagName: string,
  step: Pick<Step, "id" | "kind">,
  body: ElementContent[],
  nested: ElementContent[] = [],
): Element {
  return el(
    tagName,
    { className: ["step"], dataStep: step.id, dataStepKind: step.kind },
    el("span", { dataSlot: "step-box", dataFor: step.id }),
    el("div", { className: ["step-body"] }, ...body),
    el("div", { dataSlot: "step-acts", dataFor: step.id }),
    ...nested,
  );
}

/** Steps at the end of another go below its buttons; whatever stands between the words keeps its place. */
function splitNested(children: ElementContent[]): { body: ElementContent[]; nested: ElementContent[] } {
  let cut = children.length;
  while (cut > 0) {
    const child = children[cut - 1];
    if (!isBlank(child) && !holdsSteps(child)) break;
    cut -= 1;
  }
  return { body: children.slice(0, cut), nested: children.slice(cut).filter((child) => !isBlank(child)) };
}

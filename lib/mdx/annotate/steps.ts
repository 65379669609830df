import { createHash } from "node:crypto";
import type { Element, ElementContent } from "hast";
import type { Step } from "@/lib/domain/document";
import {
  columnOf,
  el,
  elementsOf,
  headingDepth,
  isBlank,
  isElement,
  lineOf,
  oneLine,
  type Parent,
  textOf,
  walk,
} from "@/lib/reading/hast";
import type { Draft } from "./draft";
import { startOf } from "./join-lists";

/** Marks what can be ticked: task items, items of ordered lists and `<Step>`, nested ones too. */
export function annotateSteps(root: Parent, draft: Draft): void {
  const ordinals = new Map<Element, number>();
  const ids = new Map<string, number>();
  let sectionId: string | null = null;
  walk(root, ({ node, ancestors }) => {
    if (headingDepth(node) !== null) {
      sectionId = typeof node.properties.id === "string" ? node.properties.id : sectionId;
      return false;
    }
    if (isElement(node, "pre", "table") || node.properties.dataFootnotes !== undefined) return false;
    if (isElement(node, "ol", "rp-steps")) countItems(node, ordinals);
    if (!isElement(node, "li", "rp-step")) return true;
    const box = takeBox(node);
    const ordinal = ordinals.get(node) ?? null;
    if (!box && ordinal === null) return true;
    const outer = ancestors.filter((parent): parent is Element => typeof stepIdOf(parent) === "string");
    const text = stepText(node) || `Step ${ordinal ?? outer.length + 1}`;
    const step: Step = {
      id: newId(node, sectionId, text, ids, draft),
      kind: box ? "task" : "numbered",
      text,
      ordinal,
      parentId: stepIdOf(outer.at(-1)) ?? null,
      sectionId,
      depth: outer.length + 1,
      line: lineOf(node),
      commandIds: [],
      phase: null,
      condition: null,
      waits: [],
      expected: null,
      choice: null,
    };
    draft.steps.push(step);
    decorate(node, step, box);
    return true;
  });
}

export function stepIdOf(node: Parent | undefined): string | undefined {
  const id = node?.type === "element" ? node.properties.dataStep : undefined;
  return typeof id === "string" ? id : undefined;
}

function countItems(list: Element, ordinals: Map<Element, number>): void {
  const items = elementsOf(list).filter((item) => isElement(item, "li", "rp-step"));
  if (items.length > 0 && items.every(isContentsEntry)) return;
  items.forEach((item, index) => {
    ordinals.set(item, startOf(list) + index);
  });
}

/** An entry of a contents list: nothing but a link into this page. */
function isContentsEntry(item: Element): boolean {
  const own = item.children.filter((child) => !isBlank(child) && !isElement(child, "ol", "ul"));
  const only = own[0];
  if (own.length !== 1 || !only) return false;
  if (isElement(only, "p")) return isContentsEntry(only);
  return isElement(only, "a") && String(only.properties.href ?? "").startsWith("#");
}

/** Takes the checkbox of a task item out of it. */
function takeBox(item: Element): Element | null {
  const first = item.children.find((child) => !isBlank(child));
  const holder = isElement(first, "p") ? first : item;
  const box = holder.children.find((child) => !isBlank(child));
  if (!isElement(box, "input")) return null;
  holder.children.splice(holder.children.indexOf(box), 1);
  const after = holder.children[0];
  if (after?.type === "text") after.value = after.value.replace(/^\s+/, "");
  return box;
}

const BLOCKS = ["p", "aside", "blockquote", "div", "details", "rp-callout"];
const NOT_OWN_WORDS = ["pre", "ul", "ol", "table", "rp-steps", "input"];

function stepText(item: Element): string {
  const title = item.properties.dataTitle;
  if (typeof title === "string" && title.trim() !== "") return oneLine(title);
  const own = item.children
    .map(
      (child) =>
        textOf(child, (inner) => isElement(inner, ...NOT_OWN_WORDS)) +
        (isElement(child, ...BLOCKS) ? " " : ""),
    )
    .join("");
  if (oneLine(own) !== "") return oneLine(own);
  const code = elementsOf(item).find((child) => child.tagName === "pre");
  return code ? oneLine(textOf(code).trim().split("\n")[0] ?? "") : "";
}

function newId(
  node: Element,
  sectionId: string | null,
  text: string,
  ids: Map<string, number>,
  draft: Draft,
): string {
  const written = String(node.properties.dataAuthorId ?? "").replace(/[^\w.-]/g, "-");
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 8);
  const base = written || `${sectionId ?? "start"}.${hash}`;
  const count = (ids.get(base) ?? 0) + 1;
  ids.set(base, count);
  if (written && count > 1) {
    draft.problems.push({
      line: lineOf(node),
      column: columnOf(node),
      rule: "step-id-repeated",
      severity: "warning",
      message: `Two steps have the id “${written}”; the later one is called “${base}-${count}”.`,
    });
  }
  return count === 1 ? base : `${base}-${count}`;
}

function decorate(node: Element, step: Step, box: Element | null): void {
  const { body, nested } = splitNested(node.children);
  const title = node.properties.dataTitle;
  if (typeof title === "string" && title.trim() !== "") {
    body.unshift(el("p", { className: ["step-title"] }, el("strong", {}, title)));
  }
  if (box) {
    box.properties = { ...box.properties, type: "checkbox", disabled: true, ariaLabel: step.text };
    body.unshift(box);
  }
  node.properties = { className: ["step"], dataStep: step.id, dataStepKind: step.kind };
  node.children = [
    el("span", { dataSlot: "step-box", dataFor: step.id }),
    el("div", { className: ["step-body"] }, ...body),
    el("div", { dataSlot: "step-acts", dataFor: step.id }),
    ...nested,
  ];
}

/** Lists of steps at the end of an item go below its buttons; whatever stands between the words keeps its place. */
function splitNested(children: ElementContent[]): { body: ElementContent[]; nested: ElementContent[] } {
  let cut = children.length;
  while (cut > 0) {
    const child = children[cut - 1];
    if (!isBlank(child) && !holdsSteps(child)) break;
    cut -= 1;
  }
  return { body: children.slice(0, cut), nested: children.slice(cut).filter((child) => !isBlank(child)) };
}

function holdsSteps(node: ElementContent | undefined): boolean {
  if (isElement(node, "ol", "rp-steps")) return true;
  if (!isElement(node, "ul")) return false;
  let found = false;
  walk(node, ({ node: inner }) => {
    if (isElement(inner, "ol", "input")) found = true;
    return !found;
  });
  return found;
}

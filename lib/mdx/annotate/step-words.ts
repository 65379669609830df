import type { Element } from "hast";
import type { Step } from "@/lib/domain/document";
import { readWaits } from "@/lib/domain/duration-words";
import { readExpected } from "@/lib/domain/expected-words";
import { type Child, elementsOf, isBlank, isElement, oneLine, textOf } from "@/lib/reading/hast";

const BLOCKS = ["p", "aside", "blockquote", "div", "details", "rp-callout"] as const;
const NOT_OWN_WORDS = ["pre", "ul", "ol", "table", "rp-steps", "input"] as const;
/** Rules about words look at no more characters than this; a step that says more says it before. */
const LONGEST = 2000;

/** The words of a step's first paragraph, without code blocks and nested steps, on one line. */
export function stepText(item: Element): string {
  const title = item.properties.dataTitle;
  if (typeof title === "string" && title.trim() !== "") return oneLine(title);
  const own = oneLine(
    leadOf(item)
      .map((child) => textOf(child, isNotOwn))
      .join(""),
  );
  if (own !== "") return own;
  const code = elementsOf(item).find((child) => child.tagName === "pre");
  return code ? oneLine(textOf(code).trim().split("\n")[0] ?? "") : "";
}

/** What the words of a step say of times and results. */
export function readStepWords(item: Element): Pick<Step, "waits" | "expected"> {
  return {
    waits: readWaits(ownWords(item, (child) => textOf(child, isNotOwn)).slice(0, LONGEST)),
    expected: readExpected(ownWords(item, codeInTicks).slice(0, LONGEST)),
  };
}

/** The first paragraph: what stands below it explains the step, and may change while the step stays what it is. */
function leadOf(item: Element): Child[] {
  const start = item.children.findIndex((child) => !isBlank(child) && !isElement(child, ...NOT_OWN_WORDS));
  const first = item.children[start];
  if (isElement(first, ...BLOCKS)) return [first];
  const end = item.children.findIndex((child, at) => at > start && isElement(child, ...BLOCKS));
  return item.children.slice(Math.max(start, 0), end < 0 ? undefined : end);
}

function ownWords(item: Element, read: (child: Child) => string): string {
  return oneLine(
    item.children.map((child) => read(child) + (isElement(child, ...BLOCKS) ? " " : "")).join(""),
  );
}

function isNotOwn(node: Element): boolean {
  return isElement(node, ...NOT_OWN_WORDS);
}

function codeInTicks(node: Child): string {
  if (node.type === "text") return node.value;
  if (node.type !== "element" || isNotOwn(node)) return "";
  if (node.tagName === "br") return "\n";
  const inner = node.children.map(codeInTicks).join("");
  return node.tagName === "code" ? `\`${inner}\`` : inner;
}

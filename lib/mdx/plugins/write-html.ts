import type { Element, Properties, RootContent } from "hast";
import { VOID_TAGS } from "../html-tags";

/** The boxes of task lists are no tag of an author. */
const VOID = new Set([...VOID_TAGS, "input"]);
const BOOLEANS = new Set(["checked", "disabled", "open", "reversed"]);

/**
 * Writes a sanitised tree as HTML, letter for letter as hast-util-to-html does. That package looks every name up anew and
 * takes a tenth of a compile; these trees hold nothing but elements of HTML with text, and a few dozen attributes.
 */
export function writeHtml(nodes: readonly RootContent[]): string {
  let html = "";
  for (const node of nodes) {
    if (node.type === "text") html += escapeText(node.value);
    else if (node.type === "element") html += writeElement(node);
  }
  return html;
}

function writeElement({ tagName, properties, children }: Element): string {
  const content = writeHtml(children);
  const end = content === "" && VOID.has(tagName) ? "" : `</${tagName}>`;
  return `<${tagName}${writeAttributes(properties)}>${content}${end}`;
}

function writeAttributes(properties: Properties): string {
  let written = "";
  for (const property of Object.keys(properties)) {
    const name = attributeName(property);
    const value = BOOLEANS.has(name) ? truthOf(name, properties[property]) : properties[property];
    if (value === null || value === undefined || value === false) continue;
    written += ` ${name}`;
    if (value !== true)
      written += `="${escapeValue(Array.isArray(value) ? value.join(" ").trim() : String(value))}"`;
  }
  return written;
}

/** `open="open"` is `open`; other words stay as they were written. */
function truthOf(name: string, value: Properties[string]): Properties[string] {
  return typeof value !== "string" || value === name || value === "" ? Boolean(value) : value;
}

/** `dataStepId` is written `data-step-id`, `ariaLabel` `aria-label`, `colSpan` `colspan`. */
function attributeName(property: string): string {
  if (property === "className") return "class";
  if (property.startsWith("data")) return property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return property.toLowerCase().replace(/^aria/, "aria-");
}

function escapeText(value: string): string {
  return /[<&]/.test(value) ? value.replace(/[<&]/g, reference) : value;
}

function escapeValue(value: string): string {
  return /["&'`\0]/.test(value) ? value.replace(/["&'`\0]/g, reference) : value;
}

function reference(sign: string): string {
  return `&#x${sign.charCodeAt(0).toString(16).toUpperCase()};`;
}

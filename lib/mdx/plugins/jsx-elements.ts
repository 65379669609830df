import type { Problem } from "@/lib/domain/document";
import { COMPONENTS, calloutKind, type ElementRule } from "../component-list";
import { AUTHOR_TAGS, UNWRAPPED_TAGS } from "../html-tags";
import { codeComponent } from "./code-component";
import { flattenJsx } from "./flatten-jsx";
import { attributesOf, becomeElement, type JsxAttributes, wordsOf } from "./jsx-node";
import { takeImports } from "./mdx-imports";
import { eachNode, isJsx, problemAt, type SyntaxNode } from "./syntax-node";
import { fillTabTitles, startOfSteps } from "./tabs-and-steps";
import { unknownComponent } from "./unknown-component";

/** Attribute names whose hast property is spelled differently. */
const properties: ReadonlyMap<string, string> = new Map([
  ["class", "className"],
  ["classname", "className"],
  ["colspan", "colSpan"],
  ["rowspan", "rowSpan"],
  ["datetime", "dateTime"],
]);

/**
 * Turns guarded JSX nodes into nodes that become plain elements: `<Callout>` → `rp-callout`, `<br/>` → `br`, an unknown
 * `<Card>` → `rp-box`. From here on MDX is a tree like any other and passes the same sanitiser. `body` is the text that
 * the tree was read from. Returns what was left out.
 */
export function jsxToElements(tree: SyntaxNode, body: string): Problem[] {
  const problems = takeImports(tree);
  eachNode(tree, (node) => {
    flattenJsx(node);
    if (!isJsx(node)) return;
    const name = node.name ?? "";
    const attributes = attributesOf(node);
    const rule = COMPONENTS.get(name);
    if (rule?.draws === "code" && codeComponent(node, rule, attributes, body)) return;
    if (rule?.draws === "element" && hasOwnSummary(node, rule)) {
      becomeElement(node, "details");
    } else if (rule?.draws === "element") {
      const hProperties = propertiesOf(rule, attributes);
      if (rule.tag === "rp-tabs") fillTabTitles(node, attributes.get("items"));
      if (rule.tag === "rp-steps") hProperties.start = startOfSteps(node);
      problems.push(...unknownAttributes(node, rule, attributes));
      becomeElement(node, rule.tag, hProperties);
    } else if (AUTHOR_TAGS.has(name) || UNWRAPPED_TAGS.has(name)) {
      becomeElement(node, name, htmlProperties(attributes));
    } else {
      const words = `<${name}> is no component of the portal: it is shown as a box with its name.`;
      problems.push(problemAt(node, "info", "mdx-unknown-component", words));
      unknownComponent(node, attributes);
    }
  });
  return problems;
}

/** `<Details><summary>…`: what HTML means by it. */
function hasOwnSummary(node: SyntaxNode, rule: ElementRule): boolean {
  return (
    rule.tag === "rp-details" &&
    (node.children ?? []).some((child) => isJsx(child) && child.name === "summary")
  );
}

function propertiesOf(rule: ElementRule, attributes: JsxAttributes): Record<string, string | null> {
  const hProperties: Record<string, string | null> = {};
  for (const [written, property] of rule.attributes) {
    const value = wordsOf(attributes.get(written));
    if (value !== null) hProperties[property] ??= value;
  }
  if (rule.tag === "rp-callout")
    hProperties.dataCallout = calloutKind(hProperties.dataCallout ?? "") ?? "note";
  return { ...hProperties, ...rule.fixed };
}

function htmlProperties(attributes: JsxAttributes): Record<string, string | string[]> {
  const hProperties = new Map<string, string | string[]>();
  for (const [written, literal] of attributes) {
    const lower = written.toLowerCase();
    const property = properties.get(lower) ?? lower;
    const value = literal === true ? "" : wordsOf(literal);
    if (value === null) continue;
    hProperties.set(property, property === "className" ? value.split(/\s+/) : value);
  }
  return Object.fromEntries(hProperties);
}

/** Attributes that steer other sites' components and hold no words. */
const SILENT =
  /^(?:items|number|start|default\w*|groupId|queryString|icon|iconType|color|class|className|style|id|key)$/;

function unknownAttributes(node: SyntaxNode, rule: ElementRule, attributes: JsxAttributes): Problem[] {
  return [...attributes.keys()]
    .filter((name) => !rule.attributes.has(name) && !SILENT.test(name))
    .map((name) =>
      problemAt(node, "info", "mdx-unknown-attribute", `<${node.name ?? ""}> does not know ${name}.`),
    );
}

/** A component that is drawn as one of the portal's own elements. */
export type ElementRule = {
  draws: "element";
  /** The private tag that it becomes. */
  tag: string;
  /** Attribute as written → property of the private tag; of two for one property the earlier in this list wins. */
  attributes: ReadonlyMap<string, string>;
  /** Properties that the name itself gives. */
  fixed?: Readonly<Record<string, string>>;
};

/** A component that holds a command or other code. */
export type CodeRule = { draws: "code"; lang: string | null };

export type ComponentRule = ElementRule | CodeRule;

const element = (
  tag: string,
  attributes: readonly (readonly [written: string, property: string])[] = [],
  fixed: Readonly<Record<string, string>> = {},
): ElementRule => ({ draws: "element", tag, attributes: new Map(attributes), fixed });

const words = [
  ["title", "dataTitle"],
  ["emoji", "dataEmoji"],
] as const;
const anyCallout = element("rp-callout", [["type", "dataCallout"], ["variant", "dataCallout"], ...words]);
const calloutOf = (kind: CalloutKind) => element("rp-callout", words, { dataCallout: kind });
const tab = element("rp-tab", [
  ["title", "dataTitle"],
  ["label", "dataTitle"],
  ["value", "dataTitle"],
]);
const details = element("rp-details", [
  ["summary", "dataTitle"],
  ["title", "dataTitle"],
]);
const code: CodeRule = { draws: "code", lang: null };

/**
 * What Nextra, Starlight, Mintlify and Docusaurus supply, by the names that real runbooks use. A Map, not an object:
 * `<valueOf />` is no component.
 */
export const COMPONENTS: ReadonlyMap<string, ComponentRule> = new Map<string, ComponentRule>([
  ["Callout", anyCallout],
  ["Aside", anyCallout],
  ["Admonition", anyCallout],
  ["Note", calloutOf("note")],
  ["Info", calloutOf("note")],
  ["Tip", calloutOf("tip")],
  ["Check", calloutOf("tip")],
  ["Important", calloutOf("important")],
  ["Warning", calloutOf("warning")],
  ["Caution", calloutOf("danger")],
  ["Danger", calloutOf("danger")],
  ["Steps", element("rp-steps")],
  [
    "Step",
    element("rp-step", [
      ["id", "dataAuthorId"],
      ["title", "dataTitle"],
    ]),
  ],
  ["Tabs", element("rp-tabs")],
  ["Tab", tab],
  ["TabItem", tab],
  ["Tabs.Tab", tab],
  ["Details", details],
  ["Accordion", details],
  ["Command", { draws: "code", lang: "bash" }],
  ["Code", code],
  ["CodeBlock", code],
]);

export type CalloutKind = "note" | "tip" | "important" | "warning" | "danger";

const kinds: ReadonlyMap<string, CalloutKind> = new Map<string, CalloutKind>([
  ["note", "note"],
  ["info", "note"],
  ["default", "note"],
  ["tip", "tip"],
  ["check", "tip"],
  ["success", "tip"],
  ["hint", "tip"],
  ["important", "important"],
  ["warning", "warning"],
  ["warn", "warning"],
  ["attention", "warning"],
  ["caution", "danger"],
  ["danger", "danger"],
  ["error", "danger"],
]);

/** What a word says about a callout; null for other words. */
export function calloutKind(word: string): CalloutKind | null {
  return kinds.get(word.toLowerCase()) ?? null;
}

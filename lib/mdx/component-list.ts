/** A component that `.mdx` may use: the private tag it becomes, and its attributes, each literal text. */
export type ComponentRule = {
  tag: string;
  /** Attribute as written → property of the private tag. */
  attributes: ReadonlyMap<string, string>;
  /** Properties that the name itself gives. */
  fixed?: Readonly<Record<string, string>>;
};

const none: ReadonlyMap<string, string> = new Map();
const title = new Map([["title", "dataTitle"]]);
const callout = new Map([
  ["type", "dataType"],
  ["title", "dataTitle"],
]);
const tab = new Map([
  ["title", "dataTitle"],
  ["label", "dataTitle"],
  ["value", "dataTitle"],
]);
const step = new Map([
  ["id", "dataAuthorId"],
  ["title", "dataTitle"],
]);
const calloutOf = (type: string): ComponentRule => ({
  tag: "rp-callout",
  attributes: title,
  fixed: { dataType: type },
});

/** A Map, not an object: `<valueOf />` is no component. */
export const COMPONENTS: ReadonlyMap<string, ComponentRule> = new Map<string, ComponentRule>([
  ["Callout", { tag: "rp-callout", attributes: callout }],
  ["Aside", { tag: "rp-callout", attributes: callout }],
  ["Note", calloutOf("note")],
  ["Info", calloutOf("note")],
  ["Tip", calloutOf("tip")],
  ["Check", calloutOf("tip")],
  ["Warning", calloutOf("warning")],
  ["Danger", calloutOf("danger")],
  ["Steps", { tag: "rp-steps", attributes: none }],
  ["Step", { tag: "rp-step", attributes: step }],
  ["Tabs", { tag: "rp-tabs", attributes: none }],
  ["Tab", { tag: "rp-tab", attributes: tab }],
  [
    "Details",
    {
      tag: "rp-details",
      attributes: new Map([
        ["summary", "dataTitle"],
        ["title", "dataTitle"],
      ]),
    },
  ],
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

import type { Schema } from "hast-util-sanitize";
import { AUTHOR_TAGS } from "./html-tags";

const PRIVATE_TAGS = ["rp-box", "rp-callout", "rp-steps", "rp-step", "rp-tabs", "rp-tab", "rp-details"];

/**
 * What an author's text may become, on every road. It runs last on author content: whatever the portal adds (ids,
 * classes, buttons) comes after it. Elements that are not listed lose their tag and keep what is inside.
 */
export const sanitiseSchema: Schema = {
  strip: ["script", "style"],
  clobberPrefix: "user-content-",
  clobber: ["id", "name", "ariaDescribedBy", "ariaLabelledBy"],
  ancestors: {
    tbody: ["table"],
    td: ["table"],
    th: ["table"],
    thead: ["table"],
    tfoot: ["table"],
    tr: ["table"],
  },
  protocols: {
    href: ["http", "https", "mailto", "tel"],
    // `data:` is narrowed to raster images right after.
    src: ["http", "https", "data"],
  },
  // `input` is here for GFM's task items alone: an author's own <input> is text by now.
  tagNames: [...AUTHOR_TAGS, "input", "section", ...PRIVATE_TAGS],
  required: { input: { disabled: true, type: "checkbox" } },
  attributes: {
    a: ["href", "dataFootnoteBackref", "dataFootnoteRef", "ariaDescribedBy", "ariaLabel"],
    code: [["className", /^language-./]],
    details: ["open"],
    img: ["src", "alt", "width", "height"],
    input: [["disabled", true], ["type", "checkbox"], "checked"],
    li: [["className", "task-list-item"]],
    ol: ["start", "reversed", ["className", "contains-task-list"]],
    section: ["dataFootnotes", ["className", "footnotes"]],
    h2: [["className", "sr-only"]],
    td: ["align", "colSpan", "rowSpan"],
    th: ["align", "colSpan", "rowSpan", "scope"],
    ul: [["className", "contains-task-list"]],
    "rp-box": ["dataName", "dataInline"],
    "rp-callout": ["dataCallout", "dataTitle", "dataEmoji"],
    "rp-steps": ["start"],
    "rp-step": ["dataAuthorId", "dataTitle"],
    "rp-tab": ["dataTitle"],
    "rp-details": ["dataTitle"],
    "*": ["id", "name", "title", "lang", "dir"],
  },
};

import { expect, test } from "vitest";
import { el } from "../hast";
import { readBoldLabel } from "./bold-label";

const strong = (words: string) => el("strong", {}, words);

test("a bold paragraph is a label, with its remark and without its colon", () => {
  expect(readBoldLabel(el("p", {}, strong("Resolution")))).toBe("Resolution");
  expect(readBoldLabel(el("p", {}, strong("Actions (< 5 minutes)"), ":"))).toBe("Actions (< 5 minutes)");
  expect(readBoldLabel(el("p", {}, strong("Rollback"), " (if needed):"))).toBe("Rollback (if needed)");
});

test("an item that begins with bold words before a list is a label", () => {
  expect(readBoldLabel(el("li", {}, strong("Steps"), ":", el("ol", {}, el("li", {}, "One"))))).toBe("Steps");
  expect(readBoldLabel(el("li", {}, "\n", el("p", {}, strong("Steps:")), el("ol", {})))).toBe("Steps");
});

test("bold words that a sentence follows are none", () => {
  expect(readBoldLabel(el("p", {}, strong("Severity"), ": high"))).toBeNull();
  expect(readBoldLabel(el("p", {}, "Read ", strong("this")))).toBeNull();
  expect(readBoldLabel(el("p", {}, "Resolution:"))).toBeNull();
  expect(readBoldLabel(el("blockquote", {}, strong("Resolution")))).toBeNull();
});

test("a bold step is no label", () => {
  expect(readBoldLabel(el("p", {}, strong("Step 2: Restart")))).toBeNull();
});

import { expect, test } from "vitest";
import { Anchors, numberOf, splitEmoji } from "./anchors";

test("the anchor comes from the words, GitHub's own is an alias", () => {
  const anchors = new Anchors();
  expect(anchors.next("🎯 Service Overview")).toEqual({
    id: "service-overview",
    aliases: ["-service-overview"],
  });
  expect(anchors.next("1. Service Overview & Ownership")).toEqual({
    id: "service-overview--ownership",
    aliases: ["1-service-overview--ownership"],
  });
  expect(anchors.next("2.3 Restart")).toEqual({ id: "restart", aliases: ["23-restart"] });
  expect(anchors.next("Rollback")).toEqual({ id: "rollback", aliases: [] });
});

test("repeated headings count up as on GitHub", () => {
  const anchors = new Anchors();
  const ids = ["Impact", "Impact", "5. Impact", "hasOwnProperty", "hasOwnProperty"].map(
    (text) => anchors.next(text).id,
  );
  expect(ids).toEqual(["impact", "impact-1", "impact-2", "hasownproperty", "hasownproperty-1"]);
});

test("no heading takes a name that the framework looks for in the window", () => {
  const anchors = new Anchors();
  expect(anchors.next("__next_f")).toEqual({ id: "next_f", aliases: [] });
  expect(anchors.next("next_f __x")).toEqual({ id: "next_f-__x", aliases: [] });
});

test("ten thousand headings of the same words are counted at once", () => {
  const anchors = new Anchors();
  const before = performance.now();
  for (let index = 0; index < 10_000; index += 1) anchors.next("Note");
  expect(anchors.next("Note").id).toBe("note-10000");
  expect(performance.now() - before).toBeLessThan(1_000);
});

test("a heading without words still has an anchor", () => {
  const anchors = new Anchors();
  expect(anchors.next("").id).toBe("section");
  expect(anchors.next("🚨").id).toBe("section-1");
});

test("a number in front is read, a year or a version in the text is not", () => {
  expect(numberOf("5. Validation")).toBe("5");
  expect(numberOf("2.3 Restart")).toBe("2.3");
  expect(numberOf("2024 review")).toBeNull();
  expect(numberOf("Release 2.3")).toBeNull();
});

test("emoji are cut out whole, digits and signs are not emoji", () => {
  expect(splitEmoji("🗄️ Database #1 ™")).toEqual([
    { text: "🗄️", isEmoji: true },
    { text: " Database #1 ™", isEmoji: false },
  ]);
});

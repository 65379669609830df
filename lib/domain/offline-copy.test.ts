import { expect, test } from "vitest";
import { type HeldPage, type KeptEntry, planCopy } from "./offline-copy";

function entry(slug: string, overrides: Partial<KeptEntry> = {}): KeptEntry {
  return {
    slug,
    tag: "a",
    size: 100,
    title: slug,
    squadId: null,
    squadName: null,
    service: null,
    isTemplate: false,
    isMine: false,
    updatedAt: "2026-11-01T00:00:00.000Z",
    revision: 1,
    stepCount: 0,
    commandCount: 0,
    alerts: [],
    headings: [],
    ...overrides,
  };
}
const held = (slug: string, tag = "a", bytes = 300): HeldPage => ({ slug, tag, bytes });
const slugs = (entries: readonly KeptEntry[]) => entries.map(({ slug }) => slug);

test("runbooks of the own squads come first, then the newest", () => {
  const index = [
    entry("old"),
    entry("new", { updatedAt: "2026-11-20T00:00:00.000Z" }),
    entry("mine-old", { isMine: true }),
    entry("mine-new", { isMine: true, updatedAt: "2026-11-10T00:00:00.000Z" }),
  ];
  expect(slugs(planCopy(index, []).fetch)).toEqual(["mine-new", "mine-old", "new", "old"]);
});

test("what is held with the same tag is not fetched again, and what has another tag is", () => {
  const plan = planCopy([entry("same"), entry("changed", { tag: "b" })], [held("same"), held("changed")]);
  expect(slugs(plan.fetch)).toEqual(["changed"]);
  expect(plan.drop).toEqual([]);
});

test("what is gone from the index is dropped", () => {
  expect(planCopy([entry("stays")], [held("stays"), held("gone")]).drop).toEqual(["gone"]);
});

test("the budget cuts off the last ones, says how many, and makes room for what comes before them", () => {
  const index = [entry("mine", { isMine: true }), entry("b"), entry("a")];
  const plan = planCopy(index, [held("a"), held("b")], 650);
  expect(slugs(plan.fetch)).toEqual(["mine"]);
  expect(plan.drop).toEqual(["b"]);
  expect(plan.leftOut).toBe(1);
  expect(planCopy(index, [held("a"), held("b")], 900)).toMatchObject({ drop: [], leftOut: 0 });
});

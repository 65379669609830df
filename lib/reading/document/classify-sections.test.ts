import { expect, test } from "vitest";
import { aSection } from "@/lib/domain/testing/document";
import { classifySections } from "./classify-sections";

const told = (...sections: Parameters<typeof aSection>[0][]) =>
  classifySections(sections.map((section) => aSection(section))).map(({ kind, phase }) => [kind, phase]);

test("a section that says nothing of a phase has that of the section around it", () => {
  expect(
    told({ id: "a", text: "Mitigation" }, { id: "b", text: "Disk is full", depth: 3, parentId: "a" }),
  ).toEqual([
    ["mitigation", "resolution"],
    ["other", "resolution"],
  ]);
});

test("the title is no section of its document", () => {
  expect(
    told({ id: "t", text: "Rollback of payments", depth: 1 }, { id: "a", text: "Notes", parentId: "t" }),
  ).toEqual([
    ["other", null],
    ["other", null],
  ]);
});

test("a title that is an alert's name says so", () => {
  expect(told({ id: "t", text: "KubeNodeNotReady", depth: 1 })).toEqual([["alert", null]]);
});

test("where every section is of level 1, the first is one of them", () => {
  expect(
    told({ id: "a", text: "Diagnosis", depth: 1 }, { id: "b", text: "Mitigation", depth: 1 }).map(
      ([kind]) => kind,
    ),
  ).toEqual(["diagnosis", "mitigation"]);
});

test("a title lends its kind to nothing, even where other sections are of level 1 as well", () => {
  expect(
    told(
      { id: "t", text: "On-call playbook", depth: 1 },
      { id: "a", text: "Notes", parentId: "t" },
      { id: "b", text: "Escalation", depth: 1 },
    ).map(([kind]) => kind),
  ).toEqual(["other", "other", "escalation"]);
});

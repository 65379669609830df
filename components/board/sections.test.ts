import { expect, test } from "vitest";
import { sectionOf, sectionsOf } from "./sections";
import { aBoardStep } from "./testing/board-step";

const step = (id: string, sectionId: string | null) => aBoardStep({ id, sectionId });

test("a section holds its own steps and those of the sections inside it", () => {
  const sections = sectionsOf({
    title: "API service",
    sections: [
      { id: "title", text: "API service", depth: 1 },
      { id: "alerts", text: "Alerts", depth: 2 },
      { id: "latency", text: "High latency", depth: 3 },
      { id: "now", text: "Immediate actions", depth: 4 },
      { id: "empty", text: " ", depth: 3 },
      { id: "after", text: "Afterwards", depth: 2 },
    ],
    steps: [step("look", "now"), step("scale", "latency"), step("hidden", "empty"), step("write", "after")],
  });
  expect(sections.map((section) => [section.text, section.level, section.steps.length])).toEqual([
    ["Alerts", 0, 3],
    ["High latency", 1, 2],
    ["Afterwards", 0, 1],
  ]);
  expect(sectionOf(sections, "look")?.id).toBe("latency");
  expect(sectionOf(sections, "hidden")?.id).toBe("alerts");
  expect(sectionOf(sections, "nowhere")).toBeNull();
});

test("a document without headings has no contents", () => {
  expect(sectionsOf({ title: "API service", sections: [], steps: [step("look", null)] })).toEqual([]);
});

test("steps that were added at the end belong to no section of the text and have a line of their own", () => {
  const added = { after: null, by: "Ana", at: "2026-01-01T00:00:00Z" };
  const sections = sectionsOf({
    title: "API service",
    sections: [
      { id: "do", text: "Do", depth: 2 },
      { id: "after", text: "Afterwards", depth: 2 },
    ],
    steps: [
      step("look", "do"),
      aBoardStep({ id: "x", sectionId: "do", added: { ...added, after: "look" } }),
      step("write", "after"),
      aBoardStep({ id: "z", added }),
    ],
  });
  expect(sections.map(({ id, text, steps }) => [id, text, steps.map((one) => one.id)])).toEqual([
    ["do", "Do", ["look", "x"]],
    ["after", "Afterwards", ["write"]],
    ["added-z", "Added here", ["z"]],
  ]);
});

test("an empty section that says the title again is no noise in the contents", () => {
  const named = (id: string, text: string, depth: 1 | 2) => ({ id, text, depth });
  const sections = [
    named("title", "Example: Payments runbook", 1),
    named("again", "Payments runbook", 2),
    named("do", "Do", 2),
  ];
  const title = "Example: Payments runbook";
  expect(sectionsOf({ title, sections, steps: [step("look", "do")] }).map(({ id }) => id)).toEqual(["do"]);
  expect(sectionsOf({ title, sections, steps: [step("look", "again")] }).map(({ id }) => id)).toEqual([
    "again",
    "do",
  ]);
});

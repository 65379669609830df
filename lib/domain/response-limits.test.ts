import { expect, test } from "vitest";
import { readResponseLimits } from "./response-limits";

const step = (id: string) => `<li class="step" data-step="${id}">do</li>`;
const immediate = (...ids: string[]) => ids.map((id) => ({ id, phase: "immediate" as const }));

test("a bold label's limit holds for the steps for the first minutes under it", () => {
  const html =
    `<p><strong>Immediate Actions (&#x3C; 5 minutes)</strong>:</p><ol>${step("a")}${step("b")}</ol>` +
    `<p><strong>Investigation Steps</strong>:</p><ol>${step("c")}</ol>`;
  const steps = [...immediate("a", "b"), { id: "c", phase: "investigation" as const }];
  expect(readResponseLimits(html, steps)).toEqual([
    { text: "Immediate Actions", time: "< 5 minutes", seconds: 300, stepIds: ["a", "b"] },
  ]);
});

test("so does a heading's, and the next heading ends it", () => {
  const html = `<h3 id="x"><a href="#x">First response (within 10 min)</a></h3>${step("a")}<h3>More</h3>${step("b")}`;
  expect(readResponseLimits(html, immediate("a", "b"))).toEqual([
    { text: "First response", time: "within 10 min", seconds: 600, stepIds: ["a"] },
  ]);
});

test("a label without a limit, one without steps, and a time outside brackets say nothing", () => {
  const html =
    `<h2>Immediate Actions</h2>${step("a")}<h2>Immediate (&lt; 5 minutes)</h2>` +
    `<h2>First 5 minutes</h2>${step("b")}<h2>Restart (takes a while)</h2>${step("c")}`;
  expect(readResponseLimits(html, immediate("a", "b", "c"))).toEqual([]);
  expect(readResponseLimits(`<h2>Now (&lt; 5 minutes)</h2>${step("a")}`, [{ id: "a", phase: null }])).toEqual(
    [],
  );
});

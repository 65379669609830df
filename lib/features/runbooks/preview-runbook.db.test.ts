import { expect, test } from "vitest";
import { createActor } from "@/lib/db/testing";
import { previewRunbook, previewSchema } from "./preview-runbook";

test("an editor gets the page and its problems from the pipeline of publishing", async () => {
  const editor = await createActor({ role: "editor" });
  const fine = await previewRunbook(editor, {
    source: "# A\n\n<script>alert(1)</script>\n\n- [ ] Look\n",
    format: "md",
  });
  expect(fine.html).not.toContain("<script");
  expect(fine.model.steps).toHaveLength(1);
  const broken = await previewRunbook(editor, {
    source: "# A\n\nimport x from 'y'\n\nText\n",
    format: "mdx",
  });
  expect(broken.problems.length).toBeGreaterThan(0);
  expect(broken.problems[0]).toMatchObject({ line: 3 });
});

test("a responder and a reader are refused", async () => {
  for (const role of ["responder", "reader"] as const) {
    const actor = await createActor({ role });
    await expect(previewRunbook(actor, { source: "# A\n", format: "md" })).rejects.toMatchObject({
      code: "forbidden",
    });
  }
});

test("an empty text can be previewed, an oversized one cannot", () => {
  expect(previewSchema.safeParse({ source: "", format: "md" }).success).toBe(true);
  expect(previewSchema.safeParse({ source: "x".repeat(256 * 1024 + 1), format: "md" }).success).toBe(false);
});

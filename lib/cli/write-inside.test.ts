import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { folderWith } from "./testing/run-cli";
import { writeInside } from "./write-inside";

const bytes = new TextEncoder().encode("# X\n");

test.each(["a.md", "deep/er/b c.md", "..md", "...", "Ä/ö.md"])("%s is written", async (file) => {
  const folder = folderWith({});
  expect(await writeInside(folder, file, bytes)).toBeNull();
  expect(readFileSync(path.join(folder, file), "utf8")).toBe("# X\n");
});

test.each(["../x.md", "a/../../x.md", "/x.md", "a//x.md", "./x.md", "", "a/", "x\0.md"])(
  "%j is not written",
  async (file) => {
    const top = folderWith({ "inner/kept.md": "" });
    expect(await writeInside(path.join(top, "inner"), file, bytes)).toMatch(/leads out of the folder/);
    expect([readdirSync(top), readdirSync(path.join(top, "inner"))]).toEqual([["inner"], ["kept.md"]]);
    expect(existsSync("/x.md")).toBe(false);
  },
);

test("what was written before is never written over, as a file or as a folder", async () => {
  const folder = folderWith({ "a.md": "first" });
  expect(await writeInside(folder, "a.md", bytes)).toMatch(/was written before/);
  expect(await writeInside(folder, "a.md/b.md", bytes)).not.toBeNull();
  expect(readFileSync(path.join(folder, "a.md"), "utf8")).toBe("first");
});

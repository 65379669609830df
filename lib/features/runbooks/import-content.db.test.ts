import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { db } from "@/lib/db/client";
import { createActor } from "@/lib/db/testing";
import { compileRunbook } from "@/lib/mdx/compile-runbook";
import { appendRevision, lockRunbook } from "./append-revision";
import { importContent } from "./import-content";

async function folderWith(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "portal-import-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await write(folder, files);
  return folder;
}

async function write(folder: string, files: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
}

const outcomes = async (folder: string) =>
  (await importContent(folder)).map(({ slug, outcome }) => [slug, outcome] as const);

const text = (title: string, squad = "Import Squad") =>
  `# ${title}\n\n- **Owner Team**: ${squad}\n\n## Alert: ${title} alert\n\n1. Look\n`;

test("a folder is imported once: the second time nothing changes", async () => {
  const folder = await folderWith({
    "once.md": text("Once"),
    "deep/er.mdx": "# Er\n",
    "notes.txt": "not a runbook",
  });
  expect(await outcomes(folder)).toEqual([
    ["er", "created"],
    ["once", "created"],
  ]);
  expect(await outcomes(folder)).toEqual([
    ["er", "unchanged"],
    ["once", "unchanged"],
  ]);
  const runbook = await db().runbook.findUniqueOrThrow({
    where: { slug: "once" },
    include: { squad: true, alerts: true, revisions: true },
  });
  expect(runbook).toMatchObject({ title: "Once", currentRevision: 1, squad: { name: "Import Squad" } });
  expect(runbook.revisions[0]?.source).toBe(text("Once"));
  expect(runbook.alerts.map((alert) => alert.normalized)).toEqual(["once"]);
});

test("a changed file makes one revision and keeps the old one", async () => {
  const folder = await folderWith({ "changed.md": text("Before") });
  await importContent(folder);
  await write(folder, { "changed.md": text("After") });
  expect(await outcomes(folder)).toEqual([["changed", "updated"]]);
  expect(await outcomes(folder)).toEqual([["changed", "unchanged"]]);
  const runbook = await db().runbook.findUniqueOrThrow({
    where: { slug: "changed" },
    include: { revisions: true },
  });
  expect(runbook).toMatchObject({ title: "After", currentRevision: 2 });
  expect(runbook.revisions.map(({ title }) => title).sort()).toEqual(["After", "Before"]);
});

test("a runbook that was edited in the portal is reported and left alone", async () => {
  const folder = await folderWith({ "edited.md": text("File") });
  await importContent(folder);
  const author = await createActor({ role: "admin" });
  const source = text("Portal");
  const compiled = await compileRunbook({ source, format: "md" });
  await db().$transaction(async (tx) => {
    const runbook = await lockRunbook(tx, "edited");
    if (!runbook) throw new Error("the import made no runbook");
    await appendRevision(tx, runbook, {
      source,
      format: "md",
      message: "Edited",
      origin: "portal",
      authorId: author.id,
      parentNumber: 1,
      compiled,
    });
  });
  expect(await outcomes(folder)).toEqual([["edited", "unchanged"]]);
  await write(folder, { "edited.md": text("File again") });
  const [file] = await importContent(folder);
  expect(file).toMatchObject({ outcome: "edited-in-portal", note: expect.stringContaining("revision 2") });
  expect(await db().runbook.findUnique({ where: { slug: "edited" } })).toMatchObject({ title: "Portal" });

  await write(folder, { "edited.md": source });
  expect(await outcomes(folder)).toEqual([["edited", "unchanged"]]);
});

test("two files of one name are not mixed up", async () => {
  const folder = await folderWith({ "a/same.md": text("First"), "b/same.md": text("Second") });
  const files = await importContent(folder);
  expect(files.map(({ outcome }) => outcome)).toEqual(["created", "refused"]);
  expect(files[1]?.note).toContain("a/same.md");
});

test("a file that is no text or shadows a page is refused, and the others are taken", async () => {
  const folder = await folderWith({ "binary.md": "\0\0", "new.md": text("New"), "good.md": text("Good") });
  expect(await outcomes(folder)).toEqual([
    ["binary", "refused"],
    ["good", "created"],
    ["new", "refused"],
  ]);
});

test("several processes may import at once", async () => {
  const folder = await folderWith({ "race.md": text("Race") });
  const results = await Promise.all([importContent(folder), importContent(folder), importContent(folder)]);
  expect(results.map(([file]) => file?.outcome).sort()).toEqual(["created", "unchanged", "unchanged"]);
  expect(await db().revision.count({ where: { runbook: { slug: "race" } } })).toBe(1);
});

test("a mounted volume of links is taken by the names of the links; hidden folders are not", async () => {
  const folder = await folderWith({ "..v1/linked.md": text("Linked"), ".git/readme.md": text("Git") });
  await symlink("..v1/linked.md", path.join(folder, "linked.md"));
  await symlink("gone.md", path.join(folder, "broken.md"));
  expect((await importContent(folder)).map((file) => [file.path, file.outcome])).toEqual([
    ["linked.md", "created"],
  ]);
});

test("an escape in front matter that no column holds keeps nothing out", async () => {
  const folder = await folderWith({
    "escape.md": '---\nservice: "a\\0b"\n---\n\n# Escape\n',
    "next.md": text("Next"),
  });
  expect(await outcomes(folder)).toEqual([
    ["escape", "created"],
    ["next", "created"],
  ]);
  expect(await db().runbook.findUnique({ where: { slug: "escape" } })).toMatchObject({ service: "a\uFFFDb" });
});

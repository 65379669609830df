import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { db } from "@/lib/db/client";
import { createActor, createSquad } from "@/lib/db/testing";
import { imageName } from "@/lib/domain/portal-leads";
import { compileRunbook } from "@/lib/mdx/compile-runbook";
import { appendRevision, lockRunbook } from "./append-revision";
import { createRunbook } from "./create-runbook";
import { exportRunbooks } from "./export-runbooks";
import { findSquad } from "./find-squad";
import { getRunbookFile } from "./get-runbook-file";
import { importContent, importFiles } from "./import-content";

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

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

const text = (title: string, squad = "Import Squad") =>
  `# ${title}\n\n- **Owner Team**: ${squad}\n\n## Alert: ${title} alert\n\n1. Look\n`;

test("a folder is imported once: the second time nothing changes", async () => {
  const folder = await folderWith({
    "once.md": text("Once"),
    "deep/er.mdx": "# Er\n",
    "notes.txt": "not a runbook",
  });
  expect(await outcomes(folder)).toEqual([
    ["deep-er", "created"],
    ["once", "created"],
  ]);
  expect(await outcomes(folder)).toEqual([
    ["deep-er", "unchanged"],
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
  expect(files.map(({ slug, outcome }) => [slug, outcome])).toEqual([
    ["a-same", "created"],
    ["b-same", "created"],
  ]);
});

test("a file that is no text is refused, and the others are taken", async () => {
  const folder = await folderWith({ "binary.md": "\0\0", "good.md": text("Good") });
  await writeFile(path.join(folder, "latin.md"), Buffer.from("# Caf\xe9\n", "latin1"));
  expect(await outcomes(folder)).toEqual([
    ["binary", "refused"],
    ["good", "created"],
    ["latin", "refused"],
  ]);
});

test("a file never takes the address of a page or of a runbook made in the portal", async () => {
  const admin = await createActor({ role: "admin" });
  const { slug } = await createRunbook(admin, { title: "Own", squadId: null, from: { kind: "blank" } });
  const folder = await folderWith({ "new.md": text("New"), "own.md": text("Own") });
  const files = await importContent(folder);
  expect(files.map((file) => [file.slug, file.outcome])).toEqual([
    ["new-2", "created"],
    [slug, "refused"],
  ]);
});

test("two paths that spell the same address both get one, and keep it", async () => {
  const folder = await folderWith({
    "p-q/r.md": text("One"),
    "p/q-r.md": text("Two"),
    "p/q-r.mdx": "# Three\n",
  });
  const first = await outcomes(folder);
  expect(first.map(([slug]) => slug)).toEqual(["p-q-r", "p-q-r-2", "p-q-r-3"]);
  expect(await outcomes(folder)).toEqual(first.map(([slug]) => [slug, "unchanged"]));
});

test("bytes come back out as they went in", async () => {
  const source = "\uFEFF# Bytes\r\n\r\nÄ \u200d\tend  \r\n";
  const folder = await folderWith({ "docs/bytes.html.md.erb": source });
  await importContent(folder);
  const files = await collect(exportRunbooks());
  const file = files.find((each) => each.path === "docs/bytes.html.md.erb");
  expect(Buffer.from(file?.bytes ?? []).equals(Buffer.from(source))).toBe(true);
});

const png = Buffer.from("\x89PNG\r\n\x1a\n0000", "latin1");

test("images come along, only from inside the folder, and follow their file", async () => {
  const folder = await folderWith({
    "docs/pictures.md": "# Pictures\n\n![a](../img/a.png) ![b](missing.png) ![c](../../outside.png)\n",
  });
  await mkdir(path.join(folder, "img"));
  await writeFile(path.join(folder, "img/a.png"), png);
  await writeFile(path.join(folder, "..", "outside.png"), png);
  const [file] = await importContent(folder);
  expect(file).toMatchObject({ note: null, images: { kept: 1 } });
  expect(file?.images.left).toEqual([
    { path: "docs/missing.png", reason: "There is no such file." },
    { path: "../../outside.png", reason: "It lies outside of the folder." },
  ]);
  const stored = () =>
    db().runbookFile.findMany({ where: { runbook: { slug: "docs-pictures" } }, select: { path: true } });
  expect(await stored()).toEqual([{ path: "img/a.png" }]);

  const reader = await createActor({ role: "reader" });
  const row = await db().runbookFile.findFirstOrThrow({ where: { runbook: { slug: "docs-pictures" } } });
  const name = imageName(row);
  expect(await getRunbookFile(reader, "docs-pictures", name)).toMatchObject({ contentType: "image/png" });
  for (const wrong of ["x", `${name}x`, name.replace(".png", ".svg"), `%${name.slice(1)}`]) {
    await expect(getRunbookFile(reader, "docs-pictures", wrong)).rejects.toMatchObject({ code: "not-found" });
  }

  await write(folder, { "docs/pictures.md": "# No pictures\n" });
  await importContent(folder);
  expect(await stored()).toEqual([]);
});

test("a dry run says what would happen and changes nothing", async () => {
  const folder = await folderWith({ "dry.md": text("Dry", "Dry Squad") });
  const dry = async () => {
    const files = await collect(importFiles({ folder, files: ["dry.md"] }, { isDryRun: true }));
    return files.map((file) => file.outcome);
  };
  expect(await dry()).toEqual(["created"]);
  expect(await dry()).toEqual(["created"]);
  expect(await db().squad.count({ where: { slug: "dry-squad" } })).toBe(0);
  await importContent(folder);
  expect(await dry()).toEqual(["unchanged"]);
});

test("an import for a squad gives it the new runbooks and leaves those of others alone", async () => {
  const folder = await folderWith({ "squad/mine.md": text("Mine", "Theirs") });
  const squad = await createSquad();
  const other = await createSquad();
  const files = { folder, files: ["squad/mine.md"] };
  const take = async (to: { slug: string; name: string }, prefix = "") =>
    (await collect(importFiles({ ...files, prefix }, { squad: to }))).map((file) => file.outcome);
  expect(await take(squad)).toEqual(["created"]);
  expect(await db().runbook.findUnique({ where: { slug: "squad-mine" } })).toMatchObject({
    squadId: squad.id,
  });
  expect(await take(other)).toEqual(["refused"]);
  expect(await take(other, "other/")).toEqual(["created"]);
  expect(await take(squad)).toEqual(["unchanged"]);
});

test("an import for a new squad makes it, and a runbook that belongs to nobody becomes the squad's", async () => {
  const folder = await folderWith({ "nobody.md": "# Nobody\n" });
  await importContent(folder);
  const squad = { slug: "fresh", name: "Fresh" };
  const take = async (isDryRun: boolean) =>
    (await collect(importFiles({ folder, files: ["nobody.md"] }, { squad, isDryRun }))).map(
      (file) => file.outcome,
    );
  expect(await findSquad(" Fresh ")).toEqual({ ...squad, isNew: true });
  expect(await take(true)).toEqual(["unchanged"]);
  expect(await findSquad("Fresh")).toMatchObject({ isNew: true });
  expect(await take(false)).toEqual(["unchanged"]);
  for (const wanted of ["Fresh", "fresh"])
    expect(await findSquad(wanted)).toEqual({ ...squad, isNew: false });
  for (const wanted of ["", " ", "!", "x".repeat(81)]) expect(await findSquad(wanted)).toBeNull();
  expect(
    await db().runbook.findUnique({ where: { slug: "nobody" }, include: { squad: true } }),
  ).toMatchObject({
    squad,
  });
});

test("a link that leads out of the folder is refused, so that no file of the machine is taken", async () => {
  const folder = await folderWith({ "in/a.md": text("Inside") });
  const other = await folderWith({ "secret.md": text("Secret") });
  await symlink(path.join(other, "secret.md"), path.join(folder, "out.md"));
  await symlink("in/a.md", path.join(folder, "inside-link.md"));
  expect(await outcomes(folder)).toEqual([
    ["in-a", "created"],
    ["inside-link", "created"],
    ["out", "refused"],
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

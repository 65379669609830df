import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { createActor } from "@/lib/db/testing";
import { findFiles } from "@/lib/features/runbooks/find-files";
import { getRunbookPage } from "@/lib/features/runbooks/get-runbook";
import { folderWith, runCli } from "./testing/run-cli";

// The real command in a process of its own, with the database of this file and nothing else of a server's settings.

const run = (args: readonly string[], folder?: string) =>
  runCli(args, folder, { NEXTAUTH_SECRET: undefined, NEXTAUTH_URL: undefined, PORTAL_LOG_LEVEL: undefined });

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 1, 2]);

/** A folder with every kind of file, and with what goes wrong in real ones. */
const everyKind = {
  "a.md":
    "---\nservice: shop\nowner: Nobody\n---\n\n# A\n\n[B](deep/er/b.markdown#top) and [C](./c.mdx)\n\n![in](img/in.png)\n",
  "deep/er/b.markdown": "\uFEFF# B\r\n\r\n![in](../../img/in.png)\r\n![gone](gone.png)\r\n\r\n1. Look \r\n",
  "c.mdx": "# C\n\n<Note>Mind the gap</Note>\n\n[lost](./lost.md)\n",
  "old.mdx": "# Old\n\n{1 + 1}\n",
  "site/d.html.md": "# D\n\nSee [A](/a.html).\n",
  "site/e.md.erb": "# E\n\n<%= partial 'x' %>\n\nText without an end",
  "with blank/f one.md": "# F\n\n[E](../site/e.md.erb)\n",
  "one/same.md": "# Same, one\n",
  "two/same.md": "# Same, two\n\n[other](../one/same.md)\n",
  "img/in.png": png,
  "notes.txt": "not a runbook\n",
};
const runbooks = Object.keys(everyKind).filter((file) => !/\.(?:png|txt)$/.test(file));

/** Each file below a folder that is a runbook must have the bytes of its twin. */
async function expectSameBytes(exported: string, imported: string, prefix = ""): Promise<void> {
  const files = await findFiles(imported);
  for (const file of files) {
    const [twin, own] = [path.join(exported, prefix + file), path.join(imported, file)];
    expect(readFileSync(twin).equals(readFileSync(own)), file).toBe(true);
  }
}

test("a folder of every kind of file is imported, shown as render prints it, and exported byte for byte", async () => {
  const folder = folderWith(everyKind);
  const dry = run(["import", folder, "--squad", "Shop Team", "--dry-run"]);
  expect([dry.status, dry.stderr]).toEqual([0, ""]);
  expect(dry.stdout).toMatch(/Squad: Shop Team \(new\)\n9 files: 9 created, .*nothing has changed\.\n$/s);
  expect([await db().runbook.count(), await db().squad.count()]).toEqual([0, 0]);

  const first = run(["import", folder, "--squad", "Shop Team"]);
  expect([first.status, first.stderr]).toEqual([0, ""]);
  expect(first.stdout).toContain("created    with blank/f one.md  /runbooks/with-blank-f-one\n");
  expect(first.stdout).toMatch(/old\.mdx is shown as Markdown:\n {2}3:1 .*mdx-expression/);
  expect(first.stdout).toContain(
    "2 images taken along; 1 left behind:\n  deep/er/b.markdown  deep/er/gone.png: There is no such file.\n",
  );
  expect(first.stdout).toMatch(/^5 links to 5 runbooks; 1 lead nowhere\n {2}a\.md:8:1 {2}/m);
  expect(first.stdout).toContain("a.md:8:1  deep/er/b.markdown → /runbooks/deep-er-b\n");
  expect(first.stdout).toContain("c.mdx:5:1  ./lost.md leads nowhere\n");
  expect(first.stdout).toMatch(
    /9 files: 9 created, 0 updated, .*\nFell back: 1 of 9 \(11\.1 %\), 1 shown as Markdown, 0 as source text\n$/,
  );
  expect(await db().squad.findMany({ select: { slug: true, name: true } })).toEqual([
    { slug: "shop-team", name: "Shop Team" },
  ]);
  const rows = await db().runbook.findMany({ include: { squad: true } });
  expect(rows.map(({ importPath }) => importPath).sort()).toEqual([...runbooks].sort());
  expect(rows.every(({ squad }) => squad?.slug === "shop-team")).toBe(true);

  const reader = await createActor({ role: "reader" });
  // render takes the folder of a file for the top, as it is for these.
  for (const [file, slug] of [
    ["a.md", "a"],
    ["c.mdx", "c"],
    ["old.mdx", "old"],
  ] as const) {
    const { compiled } = await getRunbookPage(reader, slug);
    expect(run(["render", file], folder).stdout, file).toBe(compiled.html);
  }

  const second = run(["import", folder, "--squad", "shop-team"]);
  expect(second.stdout).toMatch(/Squad: Shop Team\n9 files: 0 created, 0 updated, 9 unchanged/);
  expect(await db().revision.count()).toBe(runbooks.length);

  const target = path.join(folderWith({}), "new", "export");
  expect(run(["export", target])).toMatchObject({ status: 0, stderr: "" });
  await expectSameBytes(target, folder);
  expect((await findFiles(target)).sort()).toEqual([...runbooks].sort());
  expect(readFileSync(path.join(target, "img/in.png")).equals(png)).toBe(true);
  expect(existsSync(path.join(target, "notes.txt"))).toBe(false);
  expect(run(["export", target]).stderr).toMatch(/is not empty/);
});

test("files are known by their path from the current folder, and what is not taken ends it with 1", async () => {
  const folder = folderWith({
    "docs/g.md": "# G\n",
    "docs/binary.md": new Uint8Array([0x23, 0x00]),
    "docs/notes.txt": "x",
    "more/docs/g.md": "# G again\n",
  });
  const mixed = run(["import", "docs/g.md", "docs/binary.md", "docs/notes.txt", "--squad", "g"], folder);
  expect([mixed.status, mixed.stderr]).toEqual([1, ""]);
  expect(mixed.stdout).toMatch(/^created {4}docs\/g\.md {2}\/runbooks\/docs-g\n/);
  expect(mixed.stdout).toContain("refused    docs/binary.md: It holds a NUL character");
  expect(mixed.stdout).toContain(
    "3 files: 1 created, 0 updated, 0 unchanged, 0 edited in the portal, 2 refused",
  );

  const elsewhere = run(["import", path.join(folder, "docs/g.md"), "--squad", "g"], folderWith({}));
  expect(elsewhere.stdout).toContain("created    g.md  /runbooks/g\n");
  const twice = run(["import", ".", "more", "--squad", "g"], folder);
  expect([twice.status, twice.stdout]).toEqual([2, ""]);
  expect(twice.stderr).toContain("would both become docs/g.md");
  const apart = run(["import", "more", "--squad", "g", "--prefix", "more"], folder);
  expect(apart.stdout).toContain("created    more/docs/g.md  /runbooks/more-docs-g\n");
  const theirs = run(["import", "docs/g.md", "--squad", "others"], folder);
  expect([theirs.status, theirs.stdout.split("\n")[0]]).toEqual([
    1,
    "refused    docs/g.md: A runbook of this path belongs to another squad: import with a prefix of your own.",
  ]);
  expect(run(["import", folder, "--squad", "!"]).stderr).toBe('"!" cannot be the name of a squad.\n');
});

test("a path in the database that leads out of the folder is not written, and the others are", async () => {
  const folder = folderWith({ "h.md": "# H\n", "i.md": "# I\n" });
  run(["import", folder, "--squad", "h"]);
  await db().runbook.update({ where: { slug: "h" }, data: { importPath: "../out.md" } });
  const target = path.join(folderWith({}), "inner");
  const { status, stderr } = run(["export", target]);
  expect([status, stderr]).toEqual([
    1,
    "../out.md: Its path leads out of the folder, or cannot be the name of a file here.\n",
  ]);
  expect([existsSync(path.join(target, "../out.md")), existsSync(path.join(target, "i.md"))]).toEqual([
    false,
    true,
  ]);
  await db().runbook.update({ where: { slug: "h" }, data: { importPath: "h.md" } });
});

test("a database that cannot be used ends it with a sentence", () => {
  const folder = folderWith({ "i.md": "# I\n" });
  const { status, stdout, stderr } = runCli(["import", folder, "--squad", "i"], folder, {
    DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none",
  });
  expect([status, stdout]).toEqual([1, ""]);
  expect(stderr).toMatch(/Postgres at 127\.0\.0\.1:1\/none cannot be used/);
  expect(stderr).not.toMatch(/^\s+at /m);
});

const shared = path.resolve("../shared");
const hasCorpus = existsSync(path.join(shared, "corpus")) && existsSync(path.join(shared, "seeds"));

test.skipIf(!hasCorpus)(
  "the corpus and the seeds beside the checkout are imported whole and exported byte for byte (skipped without them)",
  { timeout: 600_000 },
  async () => {
    const before = await db().runbook.count();
    let count = 0;
    for (const name of ["corpus", "seeds"]) {
      const folder = path.join(shared, name);
      count += (await findFiles(folder)).length;
      const { status, stdout, stderr } = run(["import", folder, "--squad", "all", "--prefix", name]);
      expect([status, stderr]).toEqual([0, ""]);
      process.stdout.write(`${name}: ${stdout.trimEnd().split("\n").at(-1)}\n`);
    }
    expect((await db().runbook.count()) - before).toBe(count);
    const target = path.join(folderWith({}), "export");
    run(["export", target]);
    for (const name of ["corpus", "seeds"])
      await expectSameBytes(target, path.join(shared, name), `${name}/`);
  },
);

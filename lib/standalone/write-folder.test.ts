import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { frame } from "./frame";
import { type WantedPage, writeFolder } from "./write-folder";

let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "folder-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const page = (slug: string, text: string): WantedPage => ({
  name: `runbooks/${slug}.html`,
  key: () => Buffer.from(text).toString("hex"),
  make: async (key) => frame({ title: slug, css: "", body: text, key }),
});

test("a page is written when its key is another one, and put right when somebody damaged its head", async () => {
  expect(await writeFolder(folder, [page("a", "one"), page("b", "one")])).toEqual({ written: 2, removed: 0 });
  expect(await writeFolder(folder, [page("a", "two"), page("b", "one")])).toEqual({ written: 1, removed: 0 });
  await writeFile(path.join(folder, "runbooks/b.html"), "");
  expect(await writeFolder(folder, [page("a", "two"), page("b", "one")])).toEqual({ written: 1, removed: 0 });
  expect(await readFile(path.join(folder, "runbooks/b.html"), "utf8")).toContain("one");
});

test("a page that cannot even be named by what it is made from keeps no other from the folder", async () => {
  const bad: WantedPage = {
    ...page("bad", "one"),
    key: () => {
      throw new Error("odd text");
    },
  };
  await expect(writeFolder(folder, [bad, page("good", "one")])).rejects.toThrow(
    "1 pages could not be written",
  );
  expect(await readFile(path.join(folder, "runbooks/good.html"), "utf8")).toContain("one");
});

test("what a process left behind when it died goes, what another writes now stays", async () => {
  await writeFolder(folder, [page("a", "one")]);
  const old = path.join(folder, "runbooks/x.html.1.aside");
  await writeFile(old, "");
  await writeFile(path.join(folder, "runbooks/y.html.2.aside"), "");
  const hourAgo = new Date(Date.now() - 3_600_000);
  await utimes(old, hourAgo, hourAgo);
  expect(await writeFolder(folder, [page("a", "one")])).toEqual({ written: 0, removed: 1 });
  expect((await readdir(path.join(folder, "runbooks"))).sort()).toEqual(["a.html", "y.html.2.aside"]);
});

test("two processes at once leave whole pages", async () => {
  const pages = (text: string) => ["a", "b", "c"].map((slug) => page(slug, text.repeat(5_000)));
  await Promise.all([writeFolder(folder, pages("x")), writeFolder(folder, pages("x"))]);
  for (const name of await readdir(path.join(folder, "runbooks"))) {
    expect(await readFile(path.join(folder, "runbooks", name), "utf8")).toMatch(
      /x{5000}\s*<\/body>\s*<\/html>\s*$/,
    );
  }
});

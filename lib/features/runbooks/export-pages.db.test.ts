import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createClient, db } from "@/lib/db/client";
import { createActor, createRevision, createRunbook } from "@/lib/db/testing";
import { exportPages } from "./export-pages";
import { getOneFileRunbook } from "./get-one-file-runbook";
import { exporter } from "./keep-export";
import { getLibrary, type Library, onLibraryChange } from "./library";

let folder = "";

beforeEach(async () => {
  vi.stubEnv("NEXTAUTH_SECRET", "a-secret-for-tests-that-is-long-enough");
  vi.stubEnv("NEXTAUTH_URL", "https://runbooks.example.com/");
  folder = await mkdtemp(path.join(tmpdir(), "export-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const read = (name: string) => readFile(path.join(folder, name), "utf8");
const pixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

const source = `# Checkout down

| Service | checkout |
|---|---|

See [the database](db.md#restore), [nowhere](gone.md), [our wiki](/wiki) and ![a chart](chart.png).

### Alert: CheckoutDown

- [ ] Restart it

\`\`\`bash
kubectl delete pod [pod-name]
\`\`\`
`;

test("the folder holds an index, a list to search in and every runbook, and nothing in it can run or ask", async () => {
  const checkout = await createRunbook({
    slug: "checkout-x",
    title: "Checkout <down>",
    importPath: "x/checkout.md",
    source,
  });
  await createRunbook({
    slug: "db-x",
    title: "Database",
    importPath: "x/db.md",
    source: "# Database\n\n## Restore\n",
  });
  await db().runbookFile.create({
    data: {
      runbookId: checkout.id,
      path: "x/chart.png",
      contentType: "image/png",
      sha256: "a".repeat(64),
      bytes: pixel,
    },
  });
  await exportPages(await getLibrary(), folder);

  const page = await read("runbooks/checkout-x.html");
  expect(page).toContain("default-src 'none'; style-src 'unsafe-inline'; img-src data:");
  expect(page).toContain('href="db-x.html#restore"');
  expect(page).toContain("data-unresolved");
  expect(page).toContain('href="https://runbooks.example.com/wiki"');
  expect(page).toContain('src="data:image/png;base64,');
  expect(page).toContain("revision 1");
  expect(page).toContain(checkout.revision.sha256);
  expect(page).toContain("exported <time");
  expect(page).toMatch(/class="risk">[^<]*Danger/);
  expect(page).toContain('class="pen-box"');
  for (const nothing of ["<script", "<button", "data-slot=", "@font-face", 'src="http', '<link rel="style']) {
    expect(page.includes(nothing), nothing).toBe(false);
  }

  const index = await read("index.html");
  expect(index).toContain('href="runbooks/checkout-x.html">Checkout &lt;down&gt;</a>');
  expect(index).toContain('href="runbooks/checkout-x.html#alert-checkoutdown"');
  expect(await read("search.html")).toContain('<a href="runbooks/db-x.html#restore">Restore</a>');
  expect((await read("README.txt")).trim().split("\n")).toHaveLength(2);
});

test("only what changed is written anew, and a runbook that is gone goes from the folder", async () => {
  const kept = await createRunbook({ slug: "kept-x" });
  const changed = await createRunbook({ slug: "changed-x" });
  const all = await exportPages(await getLibrary(), folder);
  expect(all.written).toBeGreaterThanOrEqual(4);
  expect(await exportPages(await getLibrary(), folder)).toEqual({ written: 0, removed: 0 });

  const before = await stat(path.join(folder, "runbooks/kept-x.html"));
  await createRevision(changed, { source: "# Changed\n\n- [ ] Otherwise\n" });
  const library = await getLibrary();
  // Its page, and the index, which names the number of the revision.
  expect(await exportPages(library, folder)).toEqual({ written: 2, removed: 0 });
  expect(await read("runbooks/changed-x.html")).toContain("Otherwise");
  expect((await stat(path.join(folder, "runbooks/kept-x.html"))).ino).toBe(before.ino);

  await writeFile(path.join(folder, "runbooks/mine.html"), "<p>somebody's own");
  const entries = new Map([...library.entries].filter(([slug]) => slug !== kept.slug));
  expect(await exportPages({ entries, index: library.index }, folder)).toEqual({ written: 2, removed: 1 });
  const names = await readdir(path.join(folder, "runbooks"));
  expect(names).toContain("mine.html");
  expect(names).not.toContain("kept-x.html");
  expect(names.filter((name) => name.endsWith(".aside"))).toEqual([]);
});

test("one page that cannot be written keeps no other from it", async () => {
  // 100 letters of three bytes are more than a file system takes for a name.
  await createRunbook({ slug: "長".repeat(100), title: "Long" });
  await createRunbook({ slug: "short-x", title: "Short" });
  await expect(exportPages(await getLibrary(), folder)).rejects.toThrow("1 pages could not be written");
  expect(await readdir(path.join(folder, "runbooks"))).toContain("short-x.html");
  await db().runbook.updateMany({ where: { title: "Long" }, data: { slug: "long-x" } });
});

test("a listener is called once for each change of the library, and not when nothing changed", async () => {
  const seen: Library[] = [];
  await getLibrary();
  onLibraryChange((library) => seen.push(library));
  const { slug } = await createRunbook({ slug: "heard-x" });
  await getLibrary();
  await getLibrary();
  expect(seen.map(({ entries }) => entries.has(slug))).toEqual([true]);
  await db().runbook.update({ where: { slug }, data: { title: "Heard" } });
  await getLibrary();
  expect(seen).toHaveLength(2);
});

test("changes during an export become one more, of the newest library", async () => {
  const library = await getLibrary();
  const written: string[] = [];
  let release = () => {};
  const changed = exporter(async ({ version }) => {
    written.push(version);
    await new Promise<void>((resolve) => {
      release = resolve;
    });
    return { written: 0, removed: 0 };
  }, 1);
  changed({ ...library, version: "first" });
  await vi.waitFor(() => expect(written).toEqual(["first"]));
  for (const version of ["second", "third", "fourth"]) changed({ ...library, version });
  release();
  await vi.waitFor(() => expect(written).toEqual(["first", "fourth"]), 20_000);
  release();
});

test("an export that fails is tried again by itself until it is done, and no more then", async () => {
  vi.stubEnv("PORTAL_LOG_LEVEL", "silent");
  const tries: number[] = [];
  const changed = exporter(async ({ entries }) => {
    tries.push(entries.size);
    if (tries.length <= 2) throw new Error("no room left");
    return { written: 1, removed: 0 };
  }, 1);
  const library = await getLibrary();
  vi.useFakeTimers();
  try {
    changed(library);
    await vi.advanceTimersByTimeAsync(2);
    expect(tries).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(tries).toHaveLength(3);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(tries).toHaveLength(3);
  } finally {
    vi.useRealTimers();
  }
});

test("a page that was written without its images while the database was away gets them with the next export", async () => {
  const { id } = await createRunbook({
    slug: "seen-x",
    importPath: "x/seen.md",
    source: "# Seen\n\n![a](a.png)\n",
  });
  const file = { runbookId: id, path: "x/a.png", contentType: "image/png", bytes: pixel };
  await db().runbookFile.create({ data: { ...file, sha256: "b".repeat(64) } });
  const { entries, index } = await getLibrary();
  const entry = entries.get("seen-x");
  const library = { index, entries: new Map(entry ? [["seen-x", entry]] : []) };
  const shared = globalThis as { portalDb?: ReturnType<typeof db> };
  const alive = db();
  const dead = createClient("postgresql://nobody:nothing@127.0.0.1:1/none");
  shared.portalDb = dead;
  try {
    await expect(exportPages(library, folder)).rejects.toThrow("1 pages were written without their images");
  } finally {
    shared.portalDb = alive;
    await dead.$disconnect();
  }
  expect(await read("runbooks/seen-x.html")).not.toContain("data:image/png");
  expect((await exportPages(library, folder)).written).toBe(1);
  expect(await read("runbooks/seen-x.html")).toContain("data:image/png");
  expect((await exportPages(library, folder)).written).toBe(0);
});

test("a runbook as one file has one script, which its policy names, and its data", async () => {
  const reader = await createActor({ role: "reader" });
  await createRunbook({
    slug: "single-x",
    title: "Single",
    source: "# Single\n\n`</script><script>alert(1)</script>`\n\n```bash\necho '</script>' [pod-name]\n```\n",
  });
  const page = await getOneFileRunbook(reader, "single-x");
  const scripts = [...page.matchAll(/<script([^>]*)>/g)].map(([, attributes]) => attributes);
  expect(scripts).toEqual([' type="application/json" id="runbook-data"', ""]);
  const data = JSON.parse(/id="runbook-data">([^<]*)<\/script>/.exec(page)?.[1] ?? "");
  expect(data.units[0].text).toContain("</script>");
  expect(data.variables).toEqual([expect.objectContaining({ key: "pod-name" })]);
  expect(page).toMatch(/script-src 'sha256-[\w+/=]{44}'/);
  await expect(getOneFileRunbook(reader, "no-such-x")).rejects.toMatchObject({ code: "not-found" });
});

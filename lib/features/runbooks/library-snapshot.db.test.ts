import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createClient, db } from "@/lib/db/client";
import { createActor, createRevision, createRunbook } from "@/lib/db/testing";
import type { Actor } from "@/lib/domain/actor";
import { getRunbookPage } from "./get-runbook";
import { getLibrary, libraryCopy } from "./library";
import { listRunbooks } from "./list-runbooks";
import { searchRunbooks } from "./search-runbooks";

const source =
  "# Queue is full\n\n## Alert: QueueDepthHigh\n\n1. Look\n\n   ```bash\n   kubectl get pods\n   ```\n";
const shared = globalThis as {
  portalDb?: ReturnType<typeof db> | undefined;
  portalLibrary?: unknown;
  portalLibraryKept?: unknown;
};
const folder = process.env.PORTAL_SNAPSHOT_DIR ?? "";
// Not what is still being written.
const files = () => readdirSync(folder).filter((file) => /^runbook-.*\.json$/.test(file));
const fileOf = (slug: string) =>
  path.join(
    folder,
    files().find((file) => readFileSync(path.join(folder, file), "utf8").includes(slug)) ?? "",
  );
const indexed = () => readFileSync(path.join(folder, "library.json"), "utf8").split("runbook-").length - 1;

let actor: Actor;
let alive: ReturnType<typeof db>;
beforeEach(async () => {
  alive = db();
  actor = await createActor({ role: "reader" });
});
afterEach(() => {
  shared.portalDb = alive;
});

/** As a process that was just started and cannot reach its database: port 1 refuses at once. */
function startWithoutDatabase(): void {
  delete shared.portalLibrary;
  delete shared.portalLibraryKept;
  shared.portalDb = createClient("postgresql://nobody:nothing@127.0.0.1:1/none");
}

async function kept(slugs: string[]): Promise<void> {
  await getLibrary();
  await vi.waitFor(() => {
    for (const slug of slugs) expect(statSync(fileOf(slug)).isFile()).toBe(true);
    expect(indexed()).toBe(libraryCopy()?.runbooks);
  }, 10_000);
}

test("a process that starts without a database reads, searches and finds alerts in what was kept on disk", async () => {
  const { slug } = await createRunbook({ slug: "queue-full", title: "Queue is full", source });
  const alivePage = await getRunbookPage(actor, slug);
  await kept([slug]);

  startWithoutDatabase();
  const page = await getRunbookPage(actor, slug);
  expect(page.stale).not.toBeNull();
  expect({ ...page, stale: null }).toEqual(alivePage);
  expect((await searchRunbooks(actor, "QueueDepthHigh"))[0]).toMatchObject({ slug });
  expect((await listRunbooks(actor)).stale).not.toBeNull();
  expect(libraryCopy()).toMatchObject({ isFromDisk: true });
  const before = { files: files(), index: statSync(path.join(folder, "library.json")).ino };

  shared.portalDb = alive;
  expect((await getRunbookPage(actor, slug)).stale).toBeNull();
  expect(libraryCopy()).toMatchObject({ isFromDisk: false });
  // What was read from disk is not written again beside itself.
  await vi.waitFor(
    () => expect(statSync(path.join(folder, "library.json")).ino).not.toBe(before.index),
    5_000,
  );
  expect(files()).toEqual(before.files);
});

test("without a database and without a copy, reading says that it comes later", async () => {
  await getLibrary();
  rmSync(folder, { recursive: true });
  startWithoutDatabase();
  await expect(getLibrary()).rejects.toMatchObject({ code: "unavailable" });
});

test("a damaged file costs its own runbook, and is mended by the next process that has a database", async () => {
  await createRunbook({ slug: "stays-whole" });
  await createRunbook({ slug: "gets-damaged" });
  await kept(["stays-whole", "gets-damaged"]);
  const file = fileOf("gets-damaged");
  writeFileSync(file, readFileSync(file, "utf8").slice(0, -20));

  startWithoutDatabase();
  await expect(getRunbookPage(actor, "gets-damaged")).rejects.toMatchObject({ code: "not-found" });
  expect((await getRunbookPage(actor, "stays-whole")).runbook.slug).toBe("stays-whole");

  shared.portalDb = alive;
  delete shared.portalLibrary;
  await getLibrary();
  await vi.waitFor(() => expect(readFileSync(file, "utf8").endsWith("}")).toBe(true), 10_000);
});

test("only what changed is written, and what another pipeline rendered is rendered anew", async () => {
  const runbook = await createRunbook({ slug: "will-change", source: "# Old words\n" });
  await createRunbook({ slug: "will-not-change" });
  await kept(["will-change", "will-not-change"]);
  const inode = statSync(fileOf("will-not-change")).ino;
  await createRevision(runbook, { source: "# New words\n" });
  await kept(["New words"]);
  expect(statSync(fileOf("will-not-change")).ino).toBe(inode);

  // As a version of the portal left it whose sanitiser let more through.
  const { writeSnapshot, readSnapshot } = await import("@/lib/snapshot/snapshot-files");
  const name = path.basename(fileOf("New words"), ".json");
  const value = (await readSnapshot(name, "library 1"))?.value as { key: string; compiled: { html: string } };
  await writeSnapshot(name, "library 1", {
    ...value,
    key: "of another pipeline",
    compiled: { ...value.compiled, html: "<script>alert(1)</script>" },
  });
  startWithoutDatabase();
  const { html, model } = (await getRunbookPage(actor, "will-change")).compiled;
  expect(html).not.toContain("alert(1)");
  expect(model.title).toBe("New words");
});

import { createHash, randomBytes } from "node:crypto";
import { existsSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { createClient, db } from "@/lib/db/client";
import { createActor, createRunbook } from "@/lib/db/testing";
import { imageName } from "@/lib/domain/portal-leads";
import { getRunbookFile } from "./get-runbook-file";
import { keepImages } from "./image-snapshot";
import { getLibrary } from "./library";

const shared = globalThis as {
  portalDb?: ReturnType<typeof db> | undefined;
  portalLibrary?: unknown;
  portalImagesKept?: unknown;
};
const alive = db();
afterEach(() => {
  shared.portalDb = alive;
});

const refusal = (code: string) => expect.objectContaining({ name: "AppError", code });
const fileOf = (sha256: string) => path.join(process.env.PORTAL_SNAPSHOT_DIR ?? "", `image-${sha256}.json`);

/** Nobody answers at the database's address; the process has looked at no image yet. */
function loseDatabase(): void {
  delete shared.portalImagesKept;
  shared.portalDb = createClient("postgresql://nobody:nothing@127.0.0.1:1/none");
}

async function illustrated(updatedAt = new Date()) {
  const runbook = await createRunbook({ source: "# Map\n\n![Map](map.png)\n", updatedAt });
  const bytes = randomBytes(1_000);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const row = { runbookId: runbook.id, path: "map.png", contentType: "image/png", sha256 };
  await db().runbookFile.create({ data: { ...row, bytes: Uint8Array.from(bytes) } });
  return { slug: runbook.slug, bytes, sha256, name: imageName(row) };
}

test("an image is the same from the database and, in an outage, from the copy on disk", async () => {
  const actor = await createActor({ role: "reader" });
  const [{ slug, name, bytes, sha256 }, other] = [await illustrated(), await illustrated()];
  await getLibrary();
  await vi.waitFor(
    () => expect(existsSync(fileOf(sha256)) && existsSync(fileOf(other.sha256))).toBe(true),
    5_000,
  );
  const live = await getRunbookFile(actor, slug, name);

  delete shared.portalLibrary;
  loseDatabase();
  const copy = await getRunbookFile(actor, slug, name);
  expect(copy.contentType).toBe(live.contentType);
  expect(Buffer.from(copy.bytes).equals(live.bytes)).toBe(true);
  expect(Buffer.from(copy.bytes).equals(bytes)).toBe(true);
  for (const wrong of [other.name, name.replace("png", "svg"), "map.png"])
    await expect(getRunbookFile(actor, slug, wrong)).rejects.toEqual(refusal("not-found"));
  await expect(getRunbookFile(actor, "no-such-runbook", name)).rejects.toEqual(refusal("not-found"));
});

test("a damaged image is not given, and is written anew by the next process", async () => {
  const actor = await createActor({ role: "reader" });
  const { slug, name, sha256, bytes } = await illustrated();
  const { entries } = await getLibrary();
  await keepImages(entries);
  writeFileSync(fileOf(sha256), '{"mark":"image 1","sha256":"0"}\n{"base64":"AA=="}');
  loseDatabase();
  await expect(getRunbookFile(actor, slug, name)).rejects.toEqual(refusal("unavailable"));

  shared.portalDb = alive;
  expect(await keepImages(entries)).toBe(true);
  loseDatabase();
  expect(Buffer.from((await getRunbookFile(actor, slug, name)).bytes).equals(bytes)).toBe(true);
});

test("what does not fit is that of the runbooks that changed longest ago, and what nobody shows is swept away", async () => {
  const [day, hour] = [24 * 3_600_000, 3_600_000];
  const older = await illustrated(new Date(Date.now() + 40 * day));
  const newer = await illustrated(new Date(Date.now() + 50 * day));
  const { entries } = await getLibrary();
  const shown = new Map([...entries].filter(([slug]) => slug === older.slug || slug === newer.slug));
  await keepImages(shown);
  const kept = () => [older, newer].map(({ sha256 }) => existsSync(fileOf(sha256)));
  expect(kept()).toEqual([true, true]);
  // Young files may be another process's.
  const longAgo = new Date(Date.now() - 2 * hour);
  for (const { sha256 } of [older, newer]) utimesSync(fileOf(sha256), longAgo, longAgo);
  expect(await keepImages(shown, 1_500)).toBe(true);
  expect(kept()).toEqual([false, true]);
});

import { readdirSync } from "node:fs";
import { afterEach, beforeAll, expect, test } from "vitest";
import { createClient, db } from "@/lib/db/client";
import { closeSubscriptions, listenerState, subscribe } from "@/lib/events/subscribe";
import { compileRunbook } from "@/lib/mdx/compile-runbook";
import { writeSnapshot } from "@/lib/snapshot/snapshot-files";
import { type ContentState, checkReadiness } from "./check-readiness";

const shared = globalThis as { portalDb?: ReturnType<typeof db>; portalProbe?: unknown };
const loaded: ContentState = {
  copy: { runbooks: 6, checkedAt: new Date(), isFromDisk: false },
  importedAt: new Date(),
};
const empty: ContentState = { copy: null, importedAt: null };

/** The probe is kept for a second; each test wants its own. */
function check(content: ContentState) {
  delete shared.portalProbe;
  return checkReadiness(content);
}

/** A database that nobody answers for: port 1 refuses at once. */
async function withoutDatabase<T>(run: () => Promise<T>): Promise<T> {
  const real = db();
  const dead = createClient("postgresql://portal:none@127.0.0.1:1/portal");
  shared.portalDb = dead;
  try {
    return await run();
  } finally {
    shared.portalDb = real;
    await dead.$disconnect();
  }
}

// As a start does, which imports the content: a first query and a first compile take their time.
beforeAll(async () => {
  await db().runbook.count();
  await compileRunbook({ source: "# Warm\n", format: "md" });
});
afterEach(closeSubscriptions);

test("with everything well it says ok and names the newest migration", async () => {
  const { status, canRead, parts } = await check(loaded);
  expect({ status, canRead }).toEqual({ status: "ok", canRead: true });
  const newest = readdirSync("prisma/migrations")
    .filter((name) => /^\d/.test(name))
    .sort()
    .at(-1);
  expect(parts.migrations).toEqual({ status: "ok", detail: newest });
  expect(parts.compiler.status).toBe("ok");
  expect(parts.listener.detail).toContain("idle");
});

test("with the database away it is degraded while there is something to read", async () => {
  const { status, canRead, parts } = await withoutDatabase(() => check(loaded));
  expect({ status, canRead }).toEqual({ status: "degraded", canRead: true });
  expect(parts.database.status).toBe("failed");
  expect(parts.compiler.status).toBe("ok");
});

test("with the database away and nothing in memory it is down", async () => {
  const { status, canRead } = await withoutDatabase(() => check(empty));
  expect({ status, canRead }).toEqual({ status: "down", canRead: false });
});

test("what was read from the snapshot is called so, and a snapshot that cannot be written is named", async () => {
  const copy = { runbooks: 6, checkedAt: new Date("2026-11-23T02:41:00Z"), isFromDisk: true };
  const { parts } = await withoutDatabase(() => check({ copy, importedAt: null }));
  expect(parts.content.detail).toContain("6 runbooks in memory, read from the snapshot of 2026-11-23T02:41");
  expect(parts.snapshot.status).toBe("ok");

  const folder = process.env.PORTAL_SNAPSHOT_DIR;
  // A file can be no folder, not even for root.
  process.env.PORTAL_SNAPSHOT_DIR = "package.json";
  await writeSnapshot("any", "v1", {});
  const broken = await check(loaded);
  expect(broken).toMatchObject({
    status: "degraded",
    canRead: true,
    parts: { snapshot: { status: "failed" } },
  });
  process.env.PORTAL_SNAPSHOT_DIR = folder;
  await writeSnapshot("any", "v1", {});
  expect((await check(loaded)).parts.snapshot.status).toBe("ok");
});

test("a content folder that was not imported is named, and reading goes on", async () => {
  const { status, canRead, parts } = await check(empty);
  expect({ status, canRead }).toEqual({ status: "degraded", canRead: true });
  expect(parts.content).toMatchObject({ status: "failed" });
});

test("a database that is behind is named", async () => {
  await db().$executeRaw`UPDATE _prisma_migrations SET migration_name = '00000000000000_older'`;
  const { status, parts } = await check(loaded);
  expect(status).toBe("degraded");
  expect(parts.migrations.detail).toContain("00000000000000_older");
});

test("an open subscription shows whether the listener is connected", async () => {
  const connected = new Promise<void>((resolve) => {
    subscribe("01890000-0000-7000-8000-000000000001", () => resolve());
  });
  expect(listenerState()).toBe("connecting");
  await connected;
  expect((await check(loaded)).parts.listener).toEqual({ status: "ok", detail: "connected" });
});

test("no answer holds an address or a password", async () => {
  const text = JSON.stringify(await withoutDatabase(() => check(empty)));
  expect(text).not.toMatch(/127\.0\.0\.1|postgresql|portal:none/);
});

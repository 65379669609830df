import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll } from "vitest";
import { createTestDatabase } from "./test-database";

// Runs before each *.db.test.ts file is loaded: `db()` of lib/db/client then talks to a database of this file alone.
const database = await createTestDatabase();
process.env.DATABASE_URL = database.url;
process.env.NEXTAUTH_SECRET = "a-secret-for-tests-that-is-long-enough";
process.env.PORTAL_LOG_LEVEL = "silent";
const snapshots = mkdtempSync(path.join(tmpdir(), "portal-snapshot-"));
process.env.PORTAL_SNAPSHOT_DIR = snapshots;

afterAll(async () => {
  const { db } = await import("@/lib/db/client");
  await db().$disconnect();
  await database.drop();
  rmSync(snapshots, { recursive: true, force: true });
});

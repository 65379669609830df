import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { serverUser } from "../../scripts/lib/places.mjs";
import { startPostgres } from "../../scripts/lib/postgres.mjs";
import { temporaryBase } from "../../scripts/lib/postgres-files.mjs";
import { startTestPortal } from "../../scripts/testing/test-portal.mjs";
import { createPeople, openScene } from "../../scripts/torture/scene.mjs";

/**
 * One portal process on a Postgres that really writes to the disk, with people and an incident.
 * @param {{ people: number }} options
 */
export async function startLivePortal({ people: count }) {
  const user = serverUser();
  const folder = mkdtempSync(path.join(temporaryBase(user), "portal-bench-"));
  chmodSync(folder, user ? 0o711 : 0o700);
  const postgres = await startPostgres({ folder });
  const secret = randomBytes(33).toString("base64url");
  const portal = await startTestPortal({
    name: "bench",
    databaseUrl: postgres.url(),
    secret,
    env: { PORTAL_LOG_LEVEL: "warn" },
  });
  const db = new pg.Pool({ connectionString: postgres.url(), max: 4 });
  const people = await createPeople(db, secret, count);
  const base = `http://127.0.0.1:${portal.port}`;
  return {
    base,
    db,
    people,
    url: postgres.url(),
    openScene: () => openScene(db, { base, cookie: people[0].cookie }),
    async stop() {
      await db.end();
      await portal.stop();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

import { startTestPortal } from "./test-portal.mjs";

/** Playwright's global set-up: one portal for all journeys, unless E2E_BASE_URL named one from outside. */
export default async function setup() {
  if (process.env.E2E_OUTSIDE) return;
  const port = Number(new URL(process.env.E2E_BASE_URL ?? "").port);
  const portal = await startTestPortal({ port });
  // Workers inherit these: journeys set their scenes in the database and sign in by a token of their own.
  process.env.DATABASE_URL = portal.databaseUrl;
  process.env.NEXTAUTH_SECRET = portal.secret;
  process.env.E2E_PORTAL_LOG = portal.log;
  process.env.E2E_EXPORT_DIR = portal.exportDir;
  return () => portal.stop();
}

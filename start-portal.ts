import "server-only";
import path from "node:path";
import { env } from "@/lib/env";
import { createFirstAdminLink } from "@/lib/features/people/first-admin";
import { importContent } from "@/lib/features/runbooks/import-content";
import { getLibrary } from "@/lib/features/runbooks/library";
import { log } from "@/lib/log";

/** How long to wait before another try while the database is away. */
const retryMs = 10_000;

/**
 * What a process does once before it answers: import the content folder, warm the library, and, while there is no
 * admin, print the one-time link for the first. With the database away the portal starts all the same, and tries
 * again until it is back.
 */
export async function startPortal(): Promise<void> {
  try {
    await prepare();
  } catch (error) {
    log().error({ err: error }, "start is not complete: runbooks were not imported; trying again");
    setTimeout(() => void startPortal(), retryMs).unref();
  }
}

async function prepare(): Promise<void> {
  const { NEXTAUTH_URL, PORTAL_CONTENT_DIR } = env();
  for (const { path: file, slug, outcome, note } of await importContent(path.resolve(PORTAL_CONTENT_DIR))) {
    if (outcome === "unchanged") continue;
    log()[note ? "warn" : "info"]({ path: file, slug, outcome, note }, "content imported");
  }
  await getLibrary();
  const link = await createFirstAdminLink();
  // Written for the person at the terminal, not for the log: it holds a token.
  if (link)
    process.stdout.write(`\nFirst admin: open ${new URL(link, NEXTAUTH_URL)} (works once, for 24 hours)\n\n`);
}

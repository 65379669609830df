import "server-only";
import path from "node:path";
import { env } from "@/lib/env";
import { createFirstAdminLink } from "@/lib/features/people/first-admin";
import { importContent } from "@/lib/features/runbooks/import-content";
import { getLibrary } from "@/lib/features/runbooks/library";
import { log } from "@/lib/log";

/**
 * What a process does once before it answers: import the content folder, warm the library, and, while there is no
 * admin, print the one-time link for the first. A database that is away stops none of it for good: the portal starts
 * and says so, and the next start imports.
 */
export async function startPortal(): Promise<void> {
  const { NEXTAUTH_URL, PORTAL_CONTENT_DIR } = env();
  try {
    const files = await importContent(path.resolve(PORTAL_CONTENT_DIR));
    for (const file of files) {
      if (file.outcome === "unchanged") continue;
      const level = file.note ? "warn" : "info";
      log()[level](
        { path: file.path, slug: file.slug, outcome: file.outcome, note: file.note },
        "content imported",
      );
    }
    await getLibrary();
    const link = await createFirstAdminLink();
    // Written for the person at the terminal, not for the log: it holds a token.
    if (link)
      process.stdout.write(
        `\nFirst admin: open ${new URL(link, NEXTAUTH_URL)} (works once, for 24 hours)\n\n`,
      );
  } catch (error) {
    log().error({ err: error }, "start is not complete: runbooks were not imported");
  }
}

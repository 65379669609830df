import "server-only";
import path from "node:path";
import { isUnavailable } from "@/lib/db/errors";
import { env } from "@/lib/env";
import { refreshBoards } from "@/lib/features/incidents/refresh-boards";
import { createFirstAdminLink } from "@/lib/features/people/first-admin";
import { importContent } from "@/lib/features/runbooks/import-content";
import { keepExport } from "@/lib/features/runbooks/keep-export";
import { getLibrary } from "@/lib/features/runbooks/library";
import { log } from "@/lib/log";

/** How long to wait before another try while the database is away. */
const retryMs = 2_000;
/** No part of the start is waited for longer than this before the portal answers: it goes on beside. */
const longestMs = 60_000;

/**
 * What a process does once before it answers: while there is no admin, print the one-time link for the first; import
 * the content folder; warm the library, and write it to the break-glass folder. With the database away the portal
 * starts all the same, from the copy on disk, and goes on with this when it is back.
 */
export async function startPortal(): Promise<void> {
  keepExport();
  await inTime("the first admin's link", untilDatabaseAnswers(printFirstAdminLink));
  await inTime("the import of the content folder", untilDatabaseAnswers(importRunbooks));
  // Ready before the first reader comes; without a database and without a copy there is nothing to make ready.
  await inTime("the first look at the library", getLibrary()).catch((error) =>
    log().error({ err: error }, "there is nothing to read yet"),
  );
  keepCopiesFresh();
}

/** Waits for a part of the start, but not for ever: a lock or a disk that stands still must not keep readers out. */
async function inTime(part: string, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      log().error(
        { part, waitedMs: longestMs },
        "a part of the start takes too long: the portal answers without it",
      );
      resolve();
    }, longestMs);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Runs `work`; with the database away it is left to a later try, so that the start goes on. */
async function untilDatabaseAnswers(work: () => Promise<void>, isAgain = false): Promise<void> {
  try {
    await work();
  } catch (error) {
    const isAway = isUnavailable(error);
    if (!isAway || !isAgain)
      log().error({ err: error }, isAway ? "the database is away: trying again" : "start is not complete");
    if (isAway) setTimeout(() => void untilDatabaseAnswers(work, true), retryMs).unref();
  }
}

/** Looks for news by itself, so that what is read in an outage is seconds old, though nobody had asked for it. */
function keepCopiesFresh(): void {
  let isLooking = false;
  const look = async () => {
    if (isLooking) return;
    isLooking = true;
    try {
      await getLibrary();
      await refreshBoards();
    } catch (error) {
      if (!isUnavailable(error)) log().error({ err: error }, "the copies for outages could not be renewed");
    } finally {
      isLooking = false;
    }
  };
  setInterval(() => void look(), env().PORTAL_POLL_MS).unref();
}

async function printFirstAdminLink(): Promise<void> {
  const link = await createFirstAdminLink();
  if (!link) return;
  // Written for the person at the terminal, not for the log: it holds a token.
  const address = new URL(link, env().NEXTAUTH_URL);
  process.stdout.write(`\nFirst admin: open ${address} (works once, for 24 hours)\n\n`);
}

async function importRunbooks(): Promise<void> {
  const folder = path.resolve(env().PORTAL_CONTENT_DIR);
  for (const { path: file, slug, outcome, note, images } of await importContent(folder)) {
    if (outcome === "unchanged") continue;
    const level = note || images.left.length > 0 ? "warn" : "info";
    log()[level]({ path: file, slug, outcome, note, imagesLeft: images.left }, "content imported");
  }
}

import "server-only";
import path from "node:path";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { exportPages } from "./export-pages";
import { getLibrary, type Library, onLibraryChange } from "./library";

/** Several publishes in a row are one export. */
const restMs = 1_000;
/** Another process, or the command line, may have published: nobody need read here for the folder to follow. */
const lookMs = 60_000;

/**
 * Keeps the break-glass folder (PORTAL_EXPORT_DIR) as the library is, in the background, from now on. A folder that
 * cannot be written costs a line in the log and nothing else.
 */
export function keepExport(): void {
  const { PORTAL_EXPORT_DIR } = env();
  if (PORTAL_EXPORT_DIR === "") return;
  const folder = path.resolve(/* turbopackIgnore: true */ process.cwd(), PORTAL_EXPORT_DIR);
  onLibraryChange(exporter((library) => exportPages(library, folder), restMs));
  setInterval(() => void getLibrary().catch(() => {}), lookMs).unref();
}

/** Runs `write` a moment after the last change, one at a time, always with the newest library. */
export function exporter(
  write: (library: Library) => Promise<{ written: number; removed: number }>,
  ms: number,
): (library: Library) => void {
  let waiting: Library | null = null;
  let isBusy = false;

  const run = async () => {
    while (waiting) {
      const library = waiting;
      waiting = null;
      try {
        const { written, removed } = await write(library);
        if (written + removed > 0) log().info({ written, removed }, "break-glass export written");
      } catch (error) {
        log().error({ err: error }, "the break-glass export could not be written");
      }
    }
    isBusy = false;
  };

  return (library) => {
    waiting = library;
    if (isBusy) return;
    isBusy = true;
    setTimeout(() => void run(), ms).unref();
  };
}

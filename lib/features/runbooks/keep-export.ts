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
/** After a failure the wait doubles up to this: a full disk is emptied some time. */
const longestWaitMs = 5 * 60_000;

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

/**
 * Runs `write` a moment after a change, one at a time, always with the newest library. After each it rests for nine
 * times as long as that took: many runbooks that change all the time take a tenth of a processor at most. What fails is
 * tried again by itself, less and less often; a change is not waited for.
 */
export function exporter(
  write: (library: Library) => Promise<{ written: number; removed: number }>,
  ms: number,
): (library: Library) => void {
  let waiting: Library | null = null;
  let isBusy = false;
  let failures = 0;
  let restsUntil = 0;

  const run = async () => {
    const library = waiting;
    waiting = null;
    const startedAt = performance.now();
    const isDone = library === null || (await writeOrSay(write, library));
    failures = isDone ? 0 : failures + 1;
    if (!isDone) waiting ??= library;
    const backOff = failures === 0 ? 0 : Math.min(10 * ms * 2 ** (failures - 1), longestWaitMs);
    restsUntil = performance.now() + Math.max(9 * (performance.now() - startedAt), backOff);
    isBusy = false;
    if (waiting) begin();
  };

  const begin = () => {
    isBusy = true;
    setTimeout(() => void run(), Math.max(ms, restsUntil - performance.now())).unref();
  };

  return (library) => {
    waiting = library;
    if (!isBusy) begin();
  };
}

/** False when it failed. */
async function writeOrSay(write: Parameters<typeof exporter>[0], library: Library): Promise<boolean> {
  try {
    const { written, removed } = await write(library);
    if (written + removed > 0) log().info({ written, removed }, "break-glass export written");
    return true;
  } catch (error) {
    log().error({ err: error }, "the break-glass export could not be written");
    return false;
  }
}

import "server-only";
import { createHash } from "node:crypto";
import { standaloneAssets } from "@/lib/standalone/assets";
import { indexPage, searchPage } from "@/lib/standalone/list-pages";
import { exportedRunbookPage } from "@/lib/standalone/runbook-page";
import { type WantedPage, writeFolder } from "@/lib/standalone/write-folder";
import type { Library, LibraryEntry } from "./library";
import { imagesAsData, portalUrl, type StandalonePlaces, standaloneRunbook } from "./standalone-runbook";

/** A moment for comparing pages by all but the time at which they were made. */
const never = new Date(0);

/**
 * Writes every runbook of the library as a page without script, an index and a list to search in, into a folder. What
 * is in it already and has not changed stays untouched; pages of runbooks that are gone are removed. Throws when a page
 * could not be written whole; the others are written by then.
 */
export async function exportPages(
  library: Pick<Library, "entries" | "index">,
  folder: string,
): Promise<{ written: number; removed: number }> {
  const { css } = await standaloneAssets();
  const now = new Date();
  const entries = [...library.entries.values()];
  const pageOf = (entry: LibraryEntry, image: StandalonePlaces["image"], made: { key: string; now: Date }) =>
    exportedRunbookPage(standaloneRunbook(entry, library.index, { runbook: besidePage, image }), {
      portalUrl: portalUrl(),
      css,
      ...made,
    });
  const listed = entries.map(({ squad, compiled, ...entry }) => ({
    ...entry,
    squadName: squad?.name ?? null,
    model: compiled.model,
  }));
  const lists = { "index.html": indexPage, "search.html": searchPage };

  let withoutImages = 0;
  const pages: WantedPage[] = [
    ...entries.map((entry) => ({
      name: `runbooks/${entry.slug}.html`,
      // The name of an image tells its content: none need be read to know that nothing changed.
      key: () => hashOf(pageOf(entry, (name) => `data:,${name}`, { key: "", now: never })),
      make: async (key: string) => {
        const images = await imagesAsData(entry);
        if (images) return pageOf(entry, (name) => images.get(name) ?? null, { key, now });
        // Better than no page. Without its key it is written again with the next export.
        withoutImages += 1;
        return pageOf(entry, () => null, { key: "", now });
      },
    })),
    ...Object.entries(lists).map(([name, page]) => ({
      name,
      key: () => hashOf(page(listed, { css, key: "", now: never })),
      make: async (key: string) => page(listed, { css, key, now }),
    })),
  ];
  const done = await writeFolder(folder, pages);
  if (withoutImages > 0) throw new Error(`${withoutImages} pages were written without their images`);
  return done;
}

const besidePage = (slug: string) => `${encodeURIComponent(slug)}.html`;

const hashOf = (page: string) => createHash("sha256").update(page).digest("hex");

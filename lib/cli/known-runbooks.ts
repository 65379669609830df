import path from "node:path";
import { slugsOfPaths } from "@/lib/domain/import-slug";
import type { Leads } from "@/lib/domain/link-document";
import { indexRunbooks, leadsOf } from "@/lib/domain/portal-leads";
import { findFiles } from "@/lib/features/runbooks/find-files";
import { imagesOf, readImages } from "@/lib/features/runbooks/read-images";
import { printable } from "./printable";
import type { Terminal } from "./terminal";

/**
 * Where the relative addresses of a file's page lead once its folder has been imported as it stands: to the runbooks
 * beside and below it, and to the images that come along.
 */
export async function leadsBeside(place: string, html: string, terminal: Terminal): Promise<Leads> {
  const folder = path.dirname(path.resolve(place));
  const importPath = path.basename(place);
  const others = html.includes(" data-ref=") ? await runbooksBelow(folder, terminal) : [];
  const slugs = slugsOfPaths(others.includes(importPath) ? others : [...others, importPath]);
  const places = [...slugs].map(([file, slug]) => ({ slug, importPath: file }));
  const own = { slug: slugs.get(importPath) ?? "", importPath };
  const { images } = await readImages({ importPath, html }, imagesOf(folder));
  return leadsOf(own, images, indexRunbooks(places));
}

async function runbooksBelow(folder: string, terminal: Terminal): Promise<string[]> {
  try {
    return await findFiles(folder);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    terminal.complain(
      `${printable(folder)} cannot be read whole, so links to other runbooks lead nowhere: ${printable(reason)}`,
    );
    return [];
  }
}

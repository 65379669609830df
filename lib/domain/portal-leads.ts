import { imageEnding } from "./image-type";
import type { Leads } from "./link-document";
import { indexPaths, type PathIndex, resolveReference } from "./references";
import { resolveRelative } from "./relative-path";

/** A runbook as its neighbours lead to it. */
export type RunbookPlace = { slug: string; importPath: string | null };

/** An image that is kept with a runbook, by the path that the text leads to. */
export type KeptImage = { path: string; sha256: string; contentType: string };

/** All runbooks by path, made once for many pages. */
export type RunbookIndex = { paths: PathIndex; slugs: ReadonlyMap<string, string> };

/** Indexes runbooks by the path they were imported from; one made in the portal goes by its address. */
export function indexRunbooks(places: Iterable<RunbookPlace>): RunbookIndex {
  const slugs = new Map([...places].map(({ slug, importPath }) => [importPath ?? `${slug}.md`, slug]));
  return { paths: indexPaths(slugs.keys()), slugs };
}

/** Where the relative addresses of one runbook's page lead. */
export function leadsOf(own: RunbookPlace, images: readonly KeptImage[], index: RunbookIndex): Leads {
  const ownPath = own.importPath ?? `${own.slug}.md`;
  return {
    runbook: (target, isPath) => {
      const path = resolveReference({ target, isPath }, ownPath, index.paths);
      const slug = path === null ? undefined : index.slugs.get(path);
      return slug === undefined ? null : `/runbooks/${encodeURIComponent(slug)}`;
    },
    image: (address) => {
      const path = resolveRelative(ownPath, address);
      const kept = images.find((image) => image.path === path);
      if (!kept) return null;
      return `/api/v1/runbooks/${encodeURIComponent(own.slug)}/files/${imageName(kept)}`;
    },
  };
}

/** Name of an image in an address: its content and its kind, so that what it names never changes. */
export function imageName({ sha256, contentType }: Pick<KeptImage, "sha256" | "contentType">): string {
  return `${sha256.slice(0, 32)}.${imageEnding(contentType)}`;
}

import type { Reference } from "./document";
import { decodePath, walkPath } from "./relative-path";

/** The files that exist, ready to be asked for. Paths have `/` between their parts and begin at the root. */
export type PathIndex = {
  exact: ReadonlySet<string>;
  /** By the path in lower case; the first one counts. */
  folded: ReadonlyMap<string, string>;
  /** By the file's name in lower case; null where several files have it. */
  names: ReadonlyMap<string, string | null>;
};

/** What a link may leave out: sites made from Markdown add it. */
const ENDINGS = [
  "",
  ".md",
  ".mdx",
  ".markdown",
  ".html.md",
  ".html.md.erb",
  ".md.erb",
  "/README.md",
  "/index.md",
  "/index.mdx",
  "/_index.md",
];
/** An address that another site's code makes: it is not known here. */
const TEMPLATING = /<%|\{\{|\{%/;
const SITE_ENDING = /\.html?$/i;

/** Makes the index once for many questions. */
export function indexPaths(paths: Iterable<string>): PathIndex {
  const exact = new Set<string>();
  const folded = new Map<string, string>();
  const names = new Map<string, string | null>();
  for (const written of paths) {
    const path = written.replaceAll("\\", "/").replace(/^(?:\.?\/)+/, "");
    exact.add(path);
    const lower = path.toLowerCase();
    if (!folded.has(lower)) folded.set(lower, path);
    const name = lower.slice(lower.lastIndexOf("/") + 1);
    names.set(name, names.has(name) && names.get(name) !== path ? null : path);
  }
  return { exact, folded, names };
}

/** The references with `isResolved` said for each that leads to a file; the others are as they were. */
export function resolveReferences(
  references: readonly Reference[],
  ownPath: string,
  index: PathIndex,
): Reference[] {
  return references.map((reference) => {
    if (reference.kind !== "runbook" && reference.kind !== "file") return reference;
    if (resolveReference(reference, ownPath, index) !== null) return { ...reference, isResolved: true };
    // The address of another site's page, or a file that is no runbook: not found says nothing.
    const isTold =
      reference.kind === "runbook" &&
      !reference.target.startsWith("/") &&
      !TEMPLATING.test(decodePath(reference.target));
    return { ...reference, isResolved: isTold ? false : null };
  });
}

/** The path of the file that a reference leads to; null when there is none. */
export function resolveReference(
  { target, isPath }: Pick<Reference, "target" | "isPath">,
  ownPath: string,
  index: PathIndex,
): string | null {
  const folder = ownPath.split("/").slice(0, -1);
  const wanted = decodePath(target.split(/[?#]/)[0] ?? "");
  if (wanted === "") return null;
  if (wanted.startsWith("/")) return find(walkPath([], wanted), index);
  const found = find(walkPath(folder, wanted), index);
  if (found !== null || !isPath) return found;
  // A path as text is written from whatever folder the author had in mind.
  for (let depth = folder.length - 1; depth >= 0; depth -= 1) {
    const outer = find(walkPath(folder.slice(0, depth), wanted), index);
    if (outer !== null) return outer;
  }
  return index.names.get((wanted.split("/").at(-1) ?? "").toLowerCase()) ?? null;
}

function find(path: string | null, index: PathIndex): string | null {
  if (path === null) return null;
  const bases = SITE_ENDING.test(path) ? [path, path.replace(SITE_ENDING, "")] : [path];
  const tries = bases.flatMap((base) =>
    ENDINGS.map((ending) => (base === "" ? ending.slice(1) : base + ending)),
  );
  const exact = tries.find((candidate) => index.exact.has(candidate));
  if (exact !== undefined) return exact;
  for (const candidate of tries) {
    const folded = index.folded.get(candidate.toLowerCase());
    if (folded !== undefined) return folded;
  }
  return null;
}

/**
 * The id that an in-page link leads to: as written, decoded or in lower case, or the author's own id behind its
 * prefix. Null when there is none.
 */
export function resolveAnchor(fragment: string, ids: ReadonlySet<string>): string | null {
  const decoded = decodePath(fragment);
  const candidates = [fragment, decoded, decoded.toLowerCase(), `user-content-${decoded}`];
  return candidates.find((candidate) => ids.has(candidate)) ?? null;
}

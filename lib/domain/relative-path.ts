/** Whether an address is one of a file beside or below or above the page, not of a site, a root, a query or a section. */
export function isRelative(address: string): boolean {
  return address !== "" && !/^(?:[a-z][a-z0-9+.-]*:|[/\\#?])/i.test(address);
}

/**
 * The path that a relative address leads to from a file, both from the top of the same folder, with forward slashes:
 * `docs/a/x.md` and `../img/y%20z.png?raw=1#top` give `docs/img/y z.png`. Null for an address that is not relative, and
 * for one that leads out of the folder.
 */
export function resolveRelative(ownPath: string, address: string): string | null {
  if (!isRelative(address)) return null;
  const folder = ownPath.split("/").slice(0, -1);
  return walkPath(folder, decodePath(address.replace(/[?#].*$/s, ""))) || null;
}

/** Follows `.` and `..` from a folder; null when that leads above the top, empty for the top itself. */
export function walkPath(folder: readonly string[], path: string): string | null {
  const parts = [...folder];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join("/");
}

/** An address without its percent signs; a lone "%" is taken as written. */
export function decodePath(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

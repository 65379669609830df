/**
 * The path that a relative address leads to from a file, both from the top of the same folder, with forward slashes:
 * `docs/a/x.md` and `../img/y%20z.png?raw=1#top` give `docs/img/y z.png`. Null for an address that is not relative, and
 * for one that leads out of the folder.
 */
export function resolveRelative(ownPath: string, address: string): string | null {
  if (/^(?:[a-z][a-z0-9+.-]*:|[/\\#?]|$)/i.test(address)) return null;
  const parts = ownPath.split("/").slice(0, -1);
  for (const part of decode(address.replace(/[?#].*$/s, "")).split("/")) {
    if (part === "..") {
      if (parts.pop() === undefined) return null;
    } else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts.length === 0 ? null : parts.join("/");
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

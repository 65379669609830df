/// <reference lib="webworker" />
import { setCacheNameDetails } from "serwist";
import { buildLock } from "../build-lock";

const prefix = "portal-shell-";

/** Gives every build a cache of its own: what belongs to two builds never stands in one. */
export function setCacheOf(build: string): void {
  setCacheNameDetails({ prefix: "portal", precache: `shell-${build}`, suffix: "" });
}

/**
 * Drops the shells of other builds, but for those of which a page is still open: such a page may yet ask for a part
 * that the server of today no longer has.
 */
export async function dropOldShells(build: string): Promise<void> {
  const others = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== prefix + build);
  if (others.length === 0) return;
  const held = new Set((await navigator.locks.query()).held?.map(({ name }) => name));
  const unused = others.filter((name) => !held.has(buildLock(name.slice(prefix.length))));
  await Promise.all(unused.map((name) => caches.delete(name)));
}

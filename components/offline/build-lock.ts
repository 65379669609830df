/** Name of the lock that every page of a build holds: the service worker asks who is still there. */
export const buildLock = (build: string): string => `portal-build-${build}`;

const held = new Set<string>();

/** Says for the life of this page that the files of its build are still needed. */
export function holdBuild(build: string): void {
  if (held.has(build)) return;
  held.add(build);
  // Browsers have locks in secure contexts alone, as they have service workers.
  void navigator.locks?.request(buildLock(build), { mode: "shared" }, () => new Promise(() => {}));
}

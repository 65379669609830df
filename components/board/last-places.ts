const key = "portal-last-steps";
const most = 20;

type Place = [place: string, stepId: string];

/** The step that took a press last at a place (incident and run), on this device; null when that is not known. */
export function readPlace(place: string): string | null {
  return read().find(([name]) => name === place)?.[1] ?? null;
}

/** Keeps it, with those of the newest places beside it. */
export function keepPlace(place: string, stepId: string): void {
  const others = read().filter(([name]) => name !== place);
  try {
    localStorage.setItem(key, JSON.stringify([[place, stepId], ...others].slice(0, most)));
  } catch {
    // A storage that is full or forbidden costs only the memory.
  }
}

/** At the sign-out: where somebody was is nobody else's. */
export function forgetPlaces(): void {
  try {
    localStorage.removeItem(key);
  } catch {}
}

function read(): Place[] {
  try {
    const kept: unknown =
      typeof localStorage === "undefined" ? [] : JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isPlace) : [];
  } catch {
    return [];
  }
}

function isPlace(kept: unknown): kept is Place {
  return Array.isArray(kept) && typeof kept[0] === "string" && typeof kept[1] === "string";
}

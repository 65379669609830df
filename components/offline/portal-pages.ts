/** What the shell can show of an address without a network. */
export type OfflinePlace =
  | { view: "home" }
  | { view: "runbooks"; query: string }
  | { view: "runbook"; slug: string }
  | { view: "alert"; name: string }
  | { view: "incidents" }
  | { view: "board"; ref: string; runId: string | null }
  | { view: "new-incident"; slug: string | null }
  /** A page of the portal that is not kept. */
  | { view: "none" };

/** Reads an address as the shell understands it. */
export function placeOf({ pathname, searchParams }: URL): OfflinePlace {
  const [room, name, rest] = pathname.split("/").filter(Boolean).map(decode);
  if (room === undefined || room === "offline") return { view: "home" };
  if (room === "r" && name !== undefined) return { view: "alert", name: rest ?? name };
  if (rest !== undefined) return { view: "none" };
  if (room === "runbooks") {
    if (name === undefined) return { view: "runbooks", query: searchParams.get("q")?.trim() ?? "" };
    return name === "new" ? { view: "none" } : { view: "runbook", slug: name };
  }
  if (room === "incidents") {
    if (name === undefined) return { view: "incidents" };
    if (name === "new") return { view: "new-incident", slug: searchParams.get("runbook") };
    return { view: "board", ref: name, runId: searchParams.get("run") };
  }
  return { view: "none" };
}

const rooms = new Set(["runbooks", "incidents", "squads", "settings", "offline", "r"]);

/** Whether an address is a page of the portal, for which the shell may stand in: no file, no API, no sign-in. */
export function isPortalPage(pathname: string): boolean {
  const [room, ...rest] = pathname.split("/").filter(Boolean);
  return room === undefined || (rooms.has(room) && !(rest.at(-1) ?? "").endsWith(".md"));
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

import "server-only";
import { log } from "@/lib/log";

export type SnapshotState = {
  /** When something was last written; null when nothing was since the start. */
  writtenAt: Date | null;
  /** Why the folder cannot be written, as the system's code (`EACCES`, `ENOSPC`); null when it can. */
  failure: string | null;
};

const shared = globalThis as { portalSnapshot?: SnapshotState };

/** How writing the copy for outages goes. */
export function snapshotState(): SnapshotState {
  return shared.portalSnapshot ?? { writtenAt: null, failure: null };
}

export function noteSuccess(): void {
  shared.portalSnapshot = { writtenAt: new Date(), failure: null };
}

/** Logged once a row of failures: the same folder is tried again with every change. */
export function noteFailure(error: unknown): void {
  const state = snapshotState();
  const failure = error instanceof Error && "code" in error ? String(error.code) : "unknown";
  if (state.failure !== failure) log().error({ err: error }, "the snapshot folder cannot be written");
  shared.portalSnapshot = { ...state, failure };
}

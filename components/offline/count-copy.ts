import type { CopyStore } from "./copy-store";
import type { KeptState } from "./kept-state";

/** How much is kept, for the sentence that tells it. */
export async function countCopy(store: CopyStore): Promise<Omit<KeptState, "phase">> {
  const [state, held] = await Promise.all([store.state(), store.held()]);
  return {
    kept: held.length,
    total: state?.entries.length ?? 0,
    leftOut: state?.leftOut ?? 0,
    bytes: held.reduce((sum, { bytes }) => sum + bytes, 0),
    checkedAt: state?.checkedAt ?? null,
  };
}

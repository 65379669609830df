import type { BoardProps } from "@/components/board/board";
import type { BoardState } from "@/lib/domain/board-state";
import { openCopyStore } from "./copy-store";

/** Writes what an open board knows into this browser's copy; where nothing may be kept, nothing happens. */
export async function keepBoard(board: BoardProps, told: BoardState): Promise<void> {
  try {
    const store = await openCopyStore();
    try {
      await store.advanceBoard({ ...board, initial: told });
    } finally {
      store.close();
    }
  } catch {
    // The board itself goes on.
  }
}

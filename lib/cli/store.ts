import { closeDatabase } from "@/lib/db/close";
import { isUnavailable } from "@/lib/db/errors";
import { exportRunbooks } from "@/lib/features/runbooks/export-runbooks";
import { findSquad } from "@/lib/features/runbooks/find-squad";
import { importFiles } from "@/lib/features/runbooks/import-content";
import { listPlaces } from "@/lib/features/runbooks/list-places";

// A bundle of its own (scripts/lib/bundle.mjs): the other commands work without a database and its generated client,
// so they know this part by its type alone.

/** What commands do with the portal's database. `close` ends the connections. */
export const store = {
  findSquad,
  importFiles,
  listPlaces,
  exportRunbooks,
  isUnavailable,
  close: closeDatabase,
};

export type Store = typeof store;

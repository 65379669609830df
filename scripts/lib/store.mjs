import { pathToFileURL } from "node:url";
import { ensureGenerated } from "./build.mjs";
import { buildStore } from "./bundle.mjs";
import { borrowDatabase } from "./database.mjs";
import { sayOnStandardError } from "./report.mjs";

/**
 * Opens the portal's database for one command and gives what lib/cli/store.ts does with it. `close` also stops the
 * Postgres when it was started for the command.
 */
export async function openStore() {
  sayOnStandardError();
  await ensureGenerated();
  // It connects on first use, so the address may come later: nothing that fails here leaves a Postgres behind.
  const { store } = await import(pathToFileURL(await buildStore()).href);
  const database = await borrowDatabase();
  process.env.DATABASE_URL = database.url;
  return {
    ...store,
    async close() {
      await store.close();
      await database.stop();
    },
  };
}

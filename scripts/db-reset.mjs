import "./lib/node-version.mjs";
import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { dataFolder, serverUser } from "./lib/places.mjs";
import { clearStaleServer } from "./lib/postgres-stale.mjs";
import { Stop, say } from "./lib/report.mjs";
import { runScript } from "./lib/stopping.mjs";

// npm run db:reset: throws the embedded database away. The next start makes a new one and imports content/.

await runScript(async () => {
  if (process.env.DATABASE_URL) {
    throw new Stop(
      "DATABASE_URL is set, and a database of yours is not thrown away by this: unset it to reset the embedded one.",
    );
  }
  const folder = dataFolder(serverUser());
  const dataDir = path.join(folder, "postgres-18");
  if (existsSync(dataDir)) await clearStaleServer(dataDir);
  for (const name of ["postgres-18", "postgres-password", "snapshot"])
    rmSync(path.join(folder, name), { recursive: true, force: true });
  say(`The embedded database in ${folder} is gone; npm start makes a new one.`);
  return 0;
});

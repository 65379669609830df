import "./lib/node-version.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { say } from "./lib/report.mjs";
import { runScript } from "./lib/stopping.mjs";

// npm run build: what a production image needs; nothing is started.

await runScript(async () => {
  await ensureInstalled();
  const { ensureGenerated, ensureBundles, ensureCommandLine, ensureBuilt } = await import("./lib/build.mjs");
  await ensureGenerated();
  await ensureBundles();
  await ensureCommandLine();
  await ensureBuilt();
  say("The build is up to date.");
  return 0;
});

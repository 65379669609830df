// Loaded into a portal process by soak-run.mjs: a signal collects all garbage, so that what is measured is what is held.
const { isMainThread } = require("node:worker_threads");

if (isMainThread) {
  require("node:v8").setFlagsFromString("--expose-gc");
  const collect = require("node:vm").runInNewContext("gc");
  process.on("SIGUSR2", () => {
    collect();
    // What ends only once it is found to be garbage leaves garbage of its own.
    setTimeout(collect, 100);
  });
}

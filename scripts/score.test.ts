import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const isThere = existsSync(path.resolve("../shared/corpus/score.mjs"));

test.skipIf(!isThere)(
  "the reader keeps its figures on the labelled runbooks (skipped where they are not beside the checkout)",
  () => {
    const run = spawnSync(process.execPath, ["scripts/score.mjs"], { encoding: "utf8" });
    expect(run.status, run.stdout + run.stderr).toBe(0);
    expect(run.stdout).toContain("270 labelled");
  },
  120_000,
);

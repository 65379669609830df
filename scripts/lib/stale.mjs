import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./places.mjs";

/**
 * Whether a made thing is out of date, told by the content of what it is made from (times of files say nothing after
 * a checkout). The stamp lies inside the made thing, so that it goes with it.
 * @param {{ stamp: string, inputs: string[], extra?: string }} options paths from the root; folders count with all
 *   their files but tests and generated code
 */
export function freshness({ stamp, inputs, extra = "" }) {
  const place = path.join(root, stamp);
  const hash = createHash("sha256").update(extra);
  for (const input of inputs)
    for (const file of filesOf(input)) hash.update(`\0${file}\0`).update(readFileSync(path.join(root, file)));
  const now = hash.digest("hex");
  return {
    isFresh: existsSync(place) && readFileSync(place, "utf8") === now,
    markFresh: () => writeFileSync(place, now),
  };
}

/** @param {string} input @returns {string[]} */
function filesOf(input) {
  const place = path.join(root, input);
  if (!existsSync(place)) return [];
  if (statSync(place).isFile()) return [input];
  return readdirSync(place, { withFileTypes: true })
    .filter((entry) => !/^generated$|^testing$|\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.posix.join(input, entry.name))
    .sort()
    .flatMap(filesOf);
}

import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./places.mjs";

const page = "/offline/page";
const fileName = /static\/(?:chunks|media)\/[\w.~-]+\.(?:js|css|woff2)/g;
const relativeName = /\.\.\/media\/[\w.~-]+\.woff2/g;

/**
 * Lists what the shell for the time without a network is made of, as `<dist>/offline-assets.json`: the scripts and
 * styles of the page `/offline`, and everything that these name in turn, such as parts that come late and fonts.
 * @param {string} distDir
 */
export function writeOfflineAssets(distDir) {
  const dist = path.join(root, distDir);
  const read = (/** @type {string} */ file) => readFileSync(path.join(dist, file), "utf8");
  const { rootMainFiles } = JSON.parse(read("build-manifest.json"));
  const start = [
    ...rootMainFiles,
    ...(read(`server/app${page}_client-reference-manifest.js`).match(fileName) ?? []),
  ];
  const found = new Set(start);
  for (const file of found) {
    if (file.endsWith(".woff2")) continue;
    const text = read(file);
    for (const name of text.match(fileName) ?? []) found.add(name);
    for (const name of text.match(relativeName) ?? []) found.add(name.replace("..", "static"));
  }
  const files = [...found].sort().map((file) => `/_next/${file}`);
  writeFileSync(
    path.join(dist, "offline-assets.json"),
    JSON.stringify({ build: read("BUILD_ID").trim(), files }),
  );
}

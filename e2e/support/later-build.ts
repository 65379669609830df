import { cp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";

type Assets = { build: string; files: string[] };

/**
 * Makes a build as a later deployment would have it, out of the one at hand: another name, and none of the scripts that
 * pages fetch late, as if all of them had changed. Gives its folder.
 */
export async function makeLaterBuild(distDir: string): Promise<{ distDir: string; build: string }> {
  const later = `${distDir}-later`;
  const build = "later-build-of-a-journey";
  await rm(later, { recursive: true, force: true });
  await cp(distDir, later, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source) => !/[/\\](?:cache|portal-pid|trace)$/.test(source),
  });
  const assetsFile = path.join(later, "offline-assets.json");
  const assets = JSON.parse(await readFile(assetsFile, "utf8")) as Assets;
  const manifest = await readFile(
    path.join(later, "server/app/offline/page_client-reference-manifest.js"),
    "utf8",
  );
  const main = await readFile(path.join(later, "build-manifest.json"), "utf8");
  const isLate = (file: string) =>
    file.endsWith(".js") && ![manifest, main].some((text) => text.includes(path.basename(file)));
  const late = assets.files.filter(isLate);
  for (const file of late) await rm(path.join(later, file.replace("/_next/", "")));
  const files = assets.files.filter((file) => !isLate(file));
  await writeFile(assetsFile, JSON.stringify({ build, files }));
  await writeFile(path.join(later, "BUILD_ID"), build);
  if ((await readdir(path.join(later, "static"))).includes(assets.build))
    await rename(path.join(later, "static", assets.build), path.join(later, "static", build));
  return { distDir: later, build };
}

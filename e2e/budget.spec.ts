import { execFile } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { expect, test } from "./support/test";

const kilobyte = 1_024;
const run = promisify(execFile);

/** Addresses of the scripts that a page loads at first. */
function scriptsOf(html: string): string[] {
  const tags = [...html.matchAll(/<script[^>]*>/g)].map(([tag]) => tag);
  // Polyfills for browsers without modules are named in the page and loaded by no browser of today.
  const loaded = tags.filter((tag) => !/nomodule/i.test(tag));
  const sources = loaded.flatMap((tag) => /\ssrc="([^"]+)"/.exec(tag)?.[1] ?? []);
  return [...new Set(sources)];
}

const weight = (files: Buffer[]) => files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0);

/** The scripts of a one-page Next application without any code of its own, built now with the same packages. */
async function weightOfBareApp(): Promise<number> {
  const folder = path.resolve("build/bare-app");
  await rm(folder, { recursive: true, force: true });
  await mkdir(path.join(folder, "app"), { recursive: true });
  const layout = "export default ({ children }) => <html lang='en'><body>{children}</body></html>;\n";
  await writeFile(path.join(folder, "app/layout.jsx"), layout);
  await writeFile(path.join(folder, "app/page.jsx"), "export default () => <p>Nothing</p>;\n");
  const config = `export default { turbopack: { root: ${JSON.stringify(path.resolve("."))} } };\n`;
  await writeFile(path.join(folder, "next.config.mjs"), config);
  await writeFile(path.join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  await run(process.execPath, [path.resolve("node_modules/next/dist/bin/next"), "build", folder], {
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  const html = await readFile(path.join(folder, ".next/server/app/index.html"), "utf8");
  const files = scriptsOf(html).map((src) => readFile(path.join(folder, src.replace("/_next/", ".next/"))));
  return weight(await Promise.all(files));
}

test("the runbook page loads at most 180 KB of scripts, little more than the framework alone", async ({
  visit,
}) => {
  test.setTimeout(300_000);
  const { page } = await visit("reader");
  const answer = await page.request.get("/runbooks/runbook-template");
  const scripts = scriptsOf(await answer.text());
  expect(scripts.length).toBeGreaterThan(2);
  const files = await Promise.all(scripts.map(async (src) => (await page.request.get(src)).body()));
  const own = weight(files);
  const bare = await weightOfBareApp();
  console.log(
    `first load: ${(own / kilobyte).toFixed(1)} KB gzip; bare Next: ${(bare / kilobyte).toFixed(1)} KB; ratio ${(own / bare).toFixed(2)}`,
  );
  expect(bare).toBeGreaterThan(80 * kilobyte);
  expect(own).toBeLessThanOrEqual(180 * kilobyte);
  expect(own - bare).toBeLessThanOrEqual(45 * kilobyte);
});

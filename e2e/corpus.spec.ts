import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { formatOf } from "@/lib/domain/file-kinds";
import { publish } from "./support/runbooks";
import { expect, test } from "./support/test";

const shared = path.resolve("../shared");

/** The real runbooks beside the checkout, and the two seeds. */
const files = ["corpus", "seeds"].flatMap((folder) => {
  const top = path.join(shared, folder);
  if (!existsSync(top)) return [];
  return readdirSync(top, { recursive: true, encoding: "utf8" })
    .filter((name) => formatOf(name) !== null)
    .map((name) => path.join(top, name));
});

test(`each of ${files.length} real runbooks has a page, and the browser has nothing to complain of`, async ({
  visit,
}) => {
  test.skip(files.length === 0, "the runbooks are not beside the checkout");
  test.setTimeout(300_000);
  const { page } = await visit("reader");
  const roads = { rendered: 0, source: 0 };
  for (const file of files) {
    const slug = await publish(readFileSync(file, "utf8"), formatOf(file) ?? "md");
    const answer = await page.goto(`/runbooks/${slug}`);
    expect(answer?.status(), file).toBe(200);
    await expect(page.locator("html.js"), file).toBeAttached();
    roads[(await page.locator(".doc pre.source").count()) > 0 ? "source" : "rendered"] += 1;
  }
  console.log(`${roads.rendered} of ${files.length} rendered, ${roads.source} shown as source text`);
  expect(roads.source).toBe(0);
});

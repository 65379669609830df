import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { RunbookFormat } from "@/lib/domain/document";
import { compileRunbook } from "@/lib/mdx/compile-runbook";

const folder = path.resolve("content");

/** The two seeds came from outside and must never be touched: these are the hashes of what was given. */
const seeds: Record<string, string> = {
  "api-service-example.md": "65c2b411d99b93d93598954cbab9b054fce716a91a9f5014af573618c4bdaa16",
  "runbook-template.md": "4fd14b0ae6d886dd2e1eab70778c9b7ca0dfd7261e061cf96277f1d00446ba10",
};

const own = readdirSync(folder).filter((name) => /\.mdx?$/.test(name) && !(name in seeds));
const compiled = (name: string) => {
  const format: RunbookFormat = name.endsWith(".mdx") ? "mdx" : "md";
  return compileRunbook({
    source: readFileSync(path.join(folder, name), "utf8"),
    format,
  });
};

test.each(Object.entries(seeds))("%s is byte for byte what was given", (name, sha256) => {
  expect(
    createHash("sha256")
      .update(readFileSync(path.join(folder, name)))
      .digest("hex"),
  ).toBe(sha256);
});

const given = path.resolve("../shared/seeds");

test.skipIf(!existsSync(given))(
  "the seeds equal those beside the checkout (skipped when there are none)",
  () => {
    for (const name of Object.keys(seeds)) {
      expect(readFileSync(path.join(folder, name)).equals(readFileSync(path.join(given, name))), name).toBe(
        true,
      );
    }
  },
);

test("the portal brings three runbooks of its own and one page of components", () => {
  expect(own).toEqual([
    "portal-components.mdx",
    "portal-database-unreachable.md",
    "portal-down.md",
    "portal-restore-backup.md",
  ]);
});

test.each(own)("%s compiles on its own road, without an error, and belongs to the squad", async (name) => {
  const { road, problems, model } = await compiled(name);
  expect(problems.filter((problem) => problem.severity === "error")).toEqual([]);
  expect(road).toBe(name.endsWith(".mdx") ? "mdx" : "md");
  expect(model.meta).toMatchObject({
    service: "Runbook Portal",
    squad: "Platform Engineering",
  });
  expect(model.isTemplate).toBe(false);
  expect(model.steps.length).toBeGreaterThan(2);
  expect(model.commands.length).toBeGreaterThan(2);
});

test("the template is a template, the example is a runbook of its squad", async () => {
  expect((await compiled("runbook-template.md")).model.isTemplate).toBe(true);
  const example = (await compiled("api-service-example.md")).model;
  expect(example.isTemplate).toBe(false);
  expect(example.meta.squad).toBe("Platform Engineering");
});

test("a link from one of our runbooks to another leads somewhere", () => {
  const slugs = new Set(readdirSync(folder).map((name) => `/runbooks/${path.parse(name).name}`));
  for (const name of own) {
    const text = readFileSync(path.join(folder, name), "utf8");
    for (const [, target = ""] of text.matchAll(/\]\((\/[^)#]*)/g))
      expect(slugs, `${name} → ${target}`).toContain(target);
  }
});

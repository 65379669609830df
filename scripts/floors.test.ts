import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Versions below which there is a published way in (docs/security.md). */
const floors: Record<string, string> = {
  next: "16.3.3",
  react: "19.2.6",
  "react-dom": "19.2.6",
  "next-auth": "4.24.15",
};

type Lock = { packages: Record<string, { version?: string }> };

const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as Lock;

function versionsOf(name: string): string[] {
  return Object.entries(lock.packages).flatMap(([path, entry]) =>
    path.endsWith(`node_modules/${name}`) && entry.version ? [entry.version] : [],
  );
}

const numbers = (version: string) => version.split(".").map((part) => Number.parseInt(part, 10));

function isBelow(version: string, floor: string): boolean {
  const [have, need] = [numbers(version), numbers(floor)];
  const differs = need.findIndex((part, index) => have[index] !== part);
  return differs >= 0 && (have[differs] ?? 0) < (need[differs] ?? 0);
}

test.each(Object.entries(floors))("%s is at least %s wherever it is installed", (name, floor) => {
  const versions = versionsOf(name);
  expect(versions).not.toEqual([]);
  expect(versions.filter((version) => isBelow(version, floor))).toEqual([]);
});

test("js-yaml is at or above the mended releases of its line", () => {
  const unsafe = versionsOf("js-yaml").filter((version) =>
    version.startsWith("3.") ? isBelow(version, "3.14.2") : isBelow(version, "4.1.1"),
  );
  expect(unsafe).toEqual([]);
});

test("the comparison itself tells below from above", () => {
  expect(isBelow("16.3.2", "16.3.3")).toBe(true);
  expect(isBelow("15.9.9", "16.3.3")).toBe(true);
  expect(isBelow("16.3.3", "16.3.3")).toBe(false);
  expect(isBelow("16.10.0", "16.3.3")).toBe(false);
});

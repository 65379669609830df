import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";

// A lint rule that nobody breaks may have stopped working. Each wall is shown an import that it must refuse, and one
// that it must let through; `x` in a file name stands for any.

const walls: [file: string, refused: string, allowed: string][] = [
  ["app/x.tsx", "@/lib/db/client", "@/lib/features/runbooks/get-runbook"],
  ["app/api/x/x.ts", "next-auth", "@/lib/access/actor"],
  ["app/api/x/x.ts", "@/lib/db/generated/client", "@/lib/db/errors"],
  ["x.ts", "@/lib/db/client", "@/lib/http/security-headers"],
  ["lib/http/x.ts", "@/lib/db/client", "@/lib/db/errors"],
  ["components/board/x.tsx", "@/lib/features/events/record-event", "@/components/ui/button"],
  ["components/board/x.tsx", "@/lib/db/client", "@/lib/domain/document"],
  ["components/board/x.tsx", "../../lib/access/actor", "@/lib/access/policy"],
  ["components/ui/x.tsx", "@/lib/domain/document", "@/components/ui/button"],
  ["components/ui/x.tsx", "@/components/runbook/outline", "react"],
  ["lib/features/runbooks/x.ts", "@/lib/features/people/change-person", "./publish-revision"],
  ["lib/features/runbooks/x.ts", "../people/change-person", "@/lib/mdx/compile-runbook"],
  ["lib/features/runbooks/x.ts", "next/headers", "@/lib/access/assert-can"],
  ["lib/features/runbooks/x.ts", "react", "@/lib/db/client"],
  ["lib/features/runbooks/x.ts", "@/components/ui/button", "@/lib/events/announce"],
  ["lib/features/runbooks/x.ts", "mdx-bundler", "@/lib/errors"],
  ["lib/features/runbooks/x.ts", "pg", "uuidv7"],
  ["lib/cli/x.ts", "@/lib/db/client", "@/lib/features/runbooks/find-files"],
  ["lib/cli/x.ts", "@/lib/db/record", "@/lib/db/close"],
  ["lib/cli/x.ts", "@/components/ui/button", "@/lib/mdx/compile-runbook"],
  ["lib/standalone/x.ts", "@/lib/db/client", "node:fs/promises"],
  ["lib/standalone/x.ts", "../features/runbooks/library", "@/lib/domain/document"],
  ["lib/standalone/x.ts", "react", "./frame"],
  ["lib/mdx/x.ts", "@/lib/db/client", "mdx-bundler"],
  ["lib/mdx/x.ts", "../features/runbooks/publish-revision", "./plugins/guard"],
  ["lib/reading/x.ts", "@/lib/mdx/compile-runbook", "@/lib/domain/document"],
  ["lib/reading/document/x.ts", "node:fs", "unbash"],
  ["lib/reading/commands/x.ts", "react", "../shell/shell-lexer"],
  ["lib/reading/shell/x.ts", "../commands/prompts", "../placeholders/placeholder-tokens"],
  ["lib/reading/shell/x.ts", "@/lib/reading/commands/prompts", "@/lib/domain/document"],
  ["lib/reading/sql/x.ts", "../risk/sql-risk", "./sql-lexer"],
  ["lib/reading/placeholders/x.ts", "../commands", "@/lib/domain/document"],
  ["components/board/x.tsx", "@/lib/reading/commands", "@/lib/domain/commands/fill-command"],
  ["lib/events/x.ts", "@/lib/mdx/compile-runbook", "@/lib/db/listener"],
  ["lib/access/x.ts", "@/lib/features/people/change-person", "next-auth"],
  ["lib/access/x.ts", "@prisma/client", "@/lib/db/client"],
  ["lib/access/policy.ts", "@/lib/db/client", "@/lib/domain/actor"],
  ["lib/db/x.ts", "@/lib/access/actor", "pg"],
  ["lib/db/x.ts", "@/lib/snapshot/snapshot-files", "@/lib/log"],
  ["lib/snapshot/x.ts", "@/lib/db/client", "@/lib/env"],
  ["lib/snapshot/x.ts", "../features/runbooks/library", "./snapshot-state"],
  ["lib/snapshot/x.ts", "@/lib/mdx/compile-runbook", "@/lib/domain/document"],
  ["lib/domain/x.ts", "@/lib/snapshot/snapshot-files", "zod"],
  ["lib/domain/x.ts", "node:fs", "zod"],
  ["lib/domain/x.ts", "@/lib/db/client", "@/lib/errors"],
  ["lib/domain/x.ts", "next/navigation", "./actor"],
  ["lib/domain/commands/x.ts", "../../db/client", "../document"],
  ["lib/domain/commands/x.ts", "../../reading/commands/risk", "../document"],
  ["lib/domain/x.ts", "react", "react-grid"],
];

test("each wall refuses what it is for, and nothing else", () => {
  const importing = (module: string) => `import { x } from "${module}";\n\nexport const y = x;\n`;
  const refused = brokenRules(walls.map(([file, module]) => [file, importing(module)]));
  const allowed = brokenRules(walls.map(([file, , module]) => [file, importing(module)]));
  walls.forEach(([file, bad, good], index) => {
    expect(refused[index], `${file} imports ${bad}`).toEqual(["noRestrictedImports"]);
    expect(allowed[index], `${file} imports ${good}`).toEqual([]);
  });
});

test("a default export, process.env and console each have their place", () => {
  const exportsDefault = "export default 1;\n";
  const readsEnvironment = "export const v = process.env.PORT;\n";
  const writesToConsole = 'console.log("x");\n';
  expect(
    brokenRules([
      ["lib/x.ts", exportsDefault],
      ["lib/x.ts", readsEnvironment],
      ["lib/x.ts", writesToConsole],
      ["app/x.ts", exportsDefault],
      ["lib/env.ts", readsEnvironment],
      ["scripts/x.ts", writesToConsole],
    ]),
  ).toEqual([["noDefaultExport"], ["noProcessEnv"], ["noConsole"], [], [], []]);
});

test("any and ! are refused everywhere", () => {
  const usesAny = "export const x: any = 1;\n";
  const usesBang = "export const f = (x: string | null) => x!;\n";
  const rooms = ["lib/x.ts", "app/x.ts", "scripts/x.ts", "e2e/x.ts"];
  for (const rules of brokenRules(rooms.map((file) => [file, usesAny])))
    expect(rules).toEqual(["noExplicitAny"]);
  for (const rules of brokenRules(rooms.map((file) => [file, usesBang]))) {
    expect(rules).toEqual(["noNonNullAssertion"]);
  }
});

/** The rules that Biome finds broken in each text, as if it stood in that file, under the portal's configuration. */
function brokenRules(probes: [file: string, text: string][]): string[][] {
  const folder = mkdtempSync(path.join(tmpdir(), "walls-"));
  try {
    copyFileSync("biome.jsonc", path.join(folder, "biome.jsonc"));
    const files = probes.map(([file, text], index) => {
      const place = file.replace(/x(\.tsx?)$/, `x-${index}$1`);
      mkdirSync(path.join(folder, path.dirname(place)), { recursive: true });
      writeFileSync(path.join(folder, place), text);
      return place;
    });
    const biome = path.resolve("node_modules/@biomejs/biome/bin/biome");
    const args = [biome, "lint", "--reporter=json", "--max-diagnostics=none", "."];
    const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
    const report: unknown = JSON.parse(stdout || "null");
    if (!isReport(report)) throw new Error(`Biome gave no report: ${stdout}${stderr}`);
    return files.map((file) =>
      report.diagnostics
        .filter((diagnostic) => diagnostic.location?.path === file)
        .map((diagnostic) => diagnostic.category.split("/").pop() ?? ""),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

type Report = { diagnostics: { category: string; location?: { path?: string } }[] };

function isReport(report: unknown): report is Report {
  return typeof report === "object" && report !== null && "diagnostics" in report;
}

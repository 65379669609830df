import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { styleOf } from "../placeholders/placeholder-tokens";
import { collectVariables, readCommandBlock } from ".";

type Label = {
  file: string;
  blockIndex: number;
  kind: string;
  copyText: string;
  placeholders: string[];
  envVars: string[];
  risk: string;
};

const folder = new URL("../../../../shared/seeds/", import.meta.url);
const isPresent = existsSync(new URL("labels.json", folder));

function readFences(markdown: string) {
  const fences: { text: string; lang: string | null; line: number; before: string }[] = [];
  const lines = markdown.split("\n");
  for (let at = 0; at < lines.length; at++) {
    const open = /^(\s*)```(\w*)\s*$/.exec(lines[at] ?? "");
    if (!open) continue;
    const from = at + 1;
    do at++;
    while (at < lines.length && !/^\s*```\s*$/.test(lines[at] ?? ""));
    const indent = (open[1] ?? "").length;
    const text = lines
      .slice(from, at)
      .map((line) => line.slice(indent))
      .join("\n");
    fences.push({ text, lang: open[2] || null, line: from, before: lines[from - 3] ?? "" });
  }
  return fences;
}

describe.skipIf(!isPresent)(
  "the hand-checked labels of the two seeds (skipped where ../shared/seeds is absent)",
  () => {
    const labels: Label[] = isPresent ? JSON.parse(readFileSync(new URL("labels.json", folder), "utf8")) : [];
    const blocks = new Map(
      [...new Set(labels.map((label) => label.file))].map((file) => {
        const fences = readFences(readFileSync(new URL(file, folder), "utf8"));
        const read = fences.map((fence, i) =>
          readCommandBlock({ ...fence, id: `c${i + 1}`, place: "fence" }),
        );
        return [file, read] as const;
      }),
    );

    test("all 26 blocks have a label", () => {
      expect(labels).toHaveLength(26);
      expect([...blocks.values()].map((list) => list.length).sort((a, b) => a - b)).toEqual([9, 17]);
    });

    test.each(labels.map((label) => [label.file, label.blockIndex, label] as const))(
      "%s block %i",
      (file, index, label) => {
        const block = blocks.get(file)?.[index];
        const tokens = [...new Set(block?.holes.map((hole) => hole.token))];
        expect(block).toMatchObject({ kind: label.kind, text: label.copyText, risk: label.risk });
        expect(tokens.filter((token) => styleOf(token) !== "dollar")).toEqual(label.placeholders);
        expect(tokens.filter((token) => styleOf(token) === "dollar").map((token) => token.slice(1))).toEqual(
          label.envVars,
        );
      },
    );

    test("the template's variables are those of its code, the two timestamps apart", () => {
      const { variables } = collectVariables(blocks.get("runbook-template.md") ?? []);
      expect(variables.map((variable) => variable.key)).toEqual([
        "service-name",
        "stable-version",
        "db-host",
        "username",
        "database",
        "your-name",
        "feature-flag-name",
        "dev/staging/production",
        "flag-name",
        "api-token",
        "timestamp:start",
        "timestamp:end",
        "issue-name",
        "description",
        "migration-name",
        "primary-db-host",
        "new-password",
      ]);
      const secrets = variables.filter((variable) => variable.isSecret).map((variable) => variable.key);
      expect(secrets).toEqual(["api-token", "new-password"]);
    });

    test("the example's page sets IMAGE_TAG and asks for the webhook alone", () => {
      const found = collectVariables(blocks.get("api-service-example.md") ?? []);
      expect(found.variables).toMatchObject([
        { key: "IMAGE_TAG", isProduced: true, isSecret: false },
        { key: "SLACK_WEBHOOK_URL", isProduced: false, isSecret: true },
      ]);
      expect(found.blocks[2]?.holes).toMatchObject([{ variable: "IMAGE_TAG", optional: true }]);
      expect(found.blocks[8]?.holes).toMatchObject([{ variable: "SLACK_WEBHOOK_URL", optional: false }]);
    });
  },
);

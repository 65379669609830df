import { expect, test } from "vitest";
import { z } from "zod";
import { compile } from "@/lib/mdx/worker/compile";
import { inspectionOf } from "./inspection";
import { inspectionSchema } from "./inspection-schema";
import { folderWith, runCli } from "./testing/run-cli";

async function inspect(source: string) {
  const compiled = await compile({ source, format: "md" });
  return inspectionOf({ ...compiled, place: "/x.md", name: "x.md", format: "md", source });
}

test("docs/inspect.schema.json is the shape that is printed", async () => {
  const text = `${JSON.stringify(z.toJSONSchema(inspectionSchema), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot("../../docs/inspect.schema.json");
});

test("a block says what is copied, each statement without its comments", async () => {
  const { commands } = await inspect(
    "# X\n\n```bash\n# Look first\n$ kubectl get pods -n <ns>\n# Now remove it\n$ kubectl delete pod <pod> -n $NS\n```\n",
  );
  expect(commands).toMatchObject([
    {
      index: 0,
      kind: "command",
      copyText: "# Look first\nkubectl get pods -n <ns>\n# Now remove it\nkubectl delete pod <pod> -n $NS",
      placeholders: ["<ns>", "<pod>"],
      envVars: ["NS"],
      risk: "danger",
      dangerous: true,
      disruptive: true,
      statements: [
        { copyText: "kubectl get pods -n <ns>", label: "Look first", risk: "read", placeholders: ["<ns>"] },
        { copyText: "kubectl delete pod <pod> -n $NS", risk: "danger", envVars: ["NS"] },
      ],
    },
  ]);
  expect(commands[0]?.text).toContain("$ kubectl get pods");
});

test("output is copied by nobody and has no statements", async () => {
  const { commands } = await inspect("# X\n\n```text\nNAME   READY   STATUS\nweb    1/1     Running\n```\n");
  expect(commands).toMatchObject([{ index: 0, kind: "output", copyText: "", statements: [] }]);
});

test("inline commands stand apart from the blocks", async () => {
  const { commands, inlineCommands } = await inspect("# X\n\nRun `kubectl get pods -n web` first.\n");
  expect(commands).toEqual([]);
  expect(inlineCommands).toMatchObject([{ id: "i1", copyText: "kubectl get pods -n web", risk: "read" }]);
});

test("an answer holds whole values that pass the schema, also for a template with all there is", async () => {
  const source =
    "# X\n\n## 1. Alerts\n\n### Alert: Disk\n\n**Severity**: Critical\n\n- [ ] If P1: wait 5 minutes\n\n[a](./b.md)\n";
  const result = inspectionSchema.safeParse(await inspect(source));
  expect(result.error).toBeUndefined();
  expect(result.data?.steps[0]?.anchor).toBe("alert-disk");
});

test("a fence without a word has an empty one", async () => {
  const { commands } = await inspect("# X\n\n```\nkubectl get pods\n```\n\n```BASH\nls\n```\n");
  expect(commands.map(({ lang }) => lang)).toEqual(["", "bash"]);
});

test("inspect knows the files beside it, as lint does", () => {
  const folder = folderWith({ "a.md": "# A\n\n[b](b.md) and [c](c.md)\n", "b.md": "# B\n" });
  const { stdout } = runCli(["inspect", "a.md", "--json"], folder);
  expect(inspectionSchema.parse(JSON.parse(stdout))).toMatchObject({
    references: [{ isResolved: true }, { isResolved: false }],
    problems: [{ rule: "broken-reference", severity: "error" }],
  });
});

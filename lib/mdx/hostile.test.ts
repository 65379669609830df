import path from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import type { CompiledRunbook, RunbookFormat } from "@/lib/domain/document";
import { textOf } from "@/lib/reading/hast";
import { compileRunbook } from "./compile-runbook";
import { LIMITS } from "./limits";
import { PoolFailure, WorkerPool } from "./pool";
import { dangersIn, parseHtml } from "./testing/parse-html";

// In real workers: the first text, and each after one that was stopped, waits for them to load.
vi.setConfig({ testTimeout: 120_000 });

const many = (count: number, piece: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => piece(index)).join("");
const nest = (open: string, close: string, depth: number) => `${open.repeat(depth)}x${close.repeat(depth)}`;

/** Made to keep a reader busy: the first six are those that stopped Markdown parsers for up to a minute and a half. */
const hostile: [kind: string, source: string][] = [
  ["emphasis in emphasis, 10 KB", nest("**a *", "*b**", 1_000)],
  ["emphasis in emphasis, 30 KB", nest("**a *", "*b**", 3_000)],
  ["two kinds of emphasis", nest("_a **b ", "** c_", 1_500)],
  ["thousands of quotes", ">".repeat(5_000)],
  ["backticks of every length", many(700, (length) => `x${"`".repeat(length)}`)],
  ["lists 400 deep", many(400, (depth) => `${"  ".repeat(depth)}- x\n`)],
  ["emphasis that no line tells", "| **a *\n".repeat(4_000)],
  ["brackets that open", "[".repeat(50_000)],
  ["links that never end", "[a](".repeat(20_000)],
  ["references that lead nowhere", "[a][".repeat(20_000)],
  ["one definition, asked for again and again", `[a]: ${"b".repeat(50_000)}\n${"\n[a]".repeat(30_000)}`],
  ["thousands of definitions", many(8_000, (index) => `[a${index}]: b\n`)],
  ["footnotes that call each other", many(2_000, (index) => `[^${index}]: y[^${index + 1}]\n\n`)],
  ["a footnote that calls itself", `x[^a]\n\n[^a]: ${"[^a]".repeat(20_000)}`],
  ["a hundred thousand links", "[a](b) ".repeat(100_000)],
  ["addresses that become links", "http://a.b ".repeat(22_000)],
  ["mail that is no mail", "a_".repeat(100_000)],
  [
    "a table of thousands of columns",
    `|${"a|".repeat(5_000)}\n|${"-|".repeat(5_000)}\n${"|x\n".repeat(5_000)}`,
  ],
  ["entities", "&amp;".repeat(50_000)],
  ["comments", "<!-- x -->\n\n".repeat(20_000)],
  ["a comment that opens and opens", "<!--".repeat(60_000)],
  ["tags that open", "<span>".repeat(5_000)],
  ["tags that never end", "<a ".repeat(80_000)],
  ["very many attributes", `<p ${many(20_000, (index) => `a${index}="1" `)}>x</p>`],
  ["components in components", nest("<A>", "</A>", 3_000)],
  ["components that open", "<A>".repeat(20_000)],
  ["very many attributes of a component", `<A ${many(15_000, (index) => `a${index}="1" `)}/>`],
  ["lists in an attribute", `<A b={${nest("[", "]", 20_000).replace("x", "")}} />`],
  ["thousands of equal headings", "# a\n\n".repeat(10_000)],
  ["a line of blanks", `${" ".repeat(250_000)}x`],
  ["nothing but lines", "\n".repeat(250_000)],
  ["one long line", "x".repeat(250_000)],
  ["a large image in the text", `![a](data:image/png;base64,${"A".repeat(250_000)})`],
  ["a fence of quotes", `\`\`\`bash\n${"'".repeat(200_001)}\n\`\`\`\n`],
  ["a fence of substitutions", `\`\`\`bash\n${nest("$(", ")", 60_000)}\n\`\`\`\n`],
  ["a fence of placeholders", `\`\`\`bash\n${"<a".repeat(100_000)}\n\`\`\`\n`],
  ["a fence of heredocs", `\`\`\`bash\n${"cat <<EOF\n".repeat(20_000)}\`\`\`\n`],
  ["thousands of fences", "```\na\n```\n".repeat(24_000)],
  ["inline commands", "`kubectl get <a>` ".repeat(12_000)],
  ["front matter of brackets", `---\na: ${nest("[", "]", 100_000)}\n---\n`],
  ["NUL and halves of letters", "\0\ud800".repeat(60_000)],
];

const file = path.resolve("build/compile-worker.mjs");
type Payload = { source: string; format: RunbookFormat; imageHosts: readonly string[] };

function newPool(deadlineMs: number): WorkerPool<Payload, CompiledRunbook> {
  return new WorkerPool({
    file,
    size: 2,
    deadlineMs,
    startMs: LIMITS.startMs,
    queue: LIMITS.queue,
    worker: {
      env: { NODE_ENV: "production" },
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: LIMITS.heapMb, maxYoungGenerationSizeMb: LIMITS.youngHeapMb },
    },
  });
}

// A shorter deadline than the portal's, since many of these end at it.
const impatient = newPool(400);
const patient = newPool(20_000);

afterAll(async () => {
  await Promise.all([impatient.close(), patient.close()]);
});

test.each(hostile)("%s: is read, refused or stopped, and brings no worker down", async (_kind, source) => {
  const format = /^(?:<A|<Tabs)/.test(source) ? "mdx" : "md";
  const job = { source: source.slice(0, LIMITS.bytes), format, imageHosts: [] } as const;
  const outcome = await impatient.run(job).catch((error: unknown) => error);
  if (outcome instanceof PoolFailure) expect(outcome.reason).toBe("timeout");
  else expect(outcome).toMatchObject({ html: expect.any(String) });
  const next = await impatient.run({ source: "# After\n\nwords\n", format: "md", imageHosts: [] });
  expect(next.road).toBe("md");
});

test.each(hostile.slice(0, 6))("%s: is refused before the parser meets it", async (_kind, source) => {
  const { road, problems, html } = await patient.run({ source, format: "md", imageHosts: [] });
  expect(road).toBe("source");
  expect(problems).toMatchObject([
    { severity: "error", line: 1, message: expect.stringMatching(/shown as source/) },
  ]);
  expect(textOf(parseHtml(html))).toBe(source);
});

const section = (index: number) => `## ${index}. Restart service ${index}

The service *checkout* keeps orders in its queue while it restarts. Look at the [dashboard](https://grafana.example.com/d/${index})
before and after; the p95 must stay below 800 ms, and no more than five orders may fail.

1. Look at the pods with \`kubectl get pods -n shop-${index}\` and write down how many are ready.
2. Restart them one after the other:

   \`\`\`bash
   kubectl rollout restart deployment/checkout-${index} -n [namespace]
   kubectl rollout status deployment/checkout-${index} -n [namespace]
   \`\`\`

3. Wait 5 minutes, then look at the error rate again.

| Signal | Target | Alarm |
| --- | --- | --- |
| Latency | < 800 ms | > 1.2 s for 5 min |

- [ ] Tell the squad in the channel, with the number of the incident and the time.

`;

// How fast it is is the business of the bench: a machine that runs all tests at once says nothing about it.
test("an honest text of 250 KB is a page", async () => {
  let source = "# Restarts\n\n";
  for (let index = 0; source.length < 250 * 1024; index += 1) source += section(index);
  const { road, model, html } = await patient.run({ source, format: "md", imageHosts: [] });
  expect([road, model.title]).toEqual(["md", "Restarts"]);
  expect(model.steps.length).toBeGreaterThan(1_000);
  expect(dangersIn(html)).toEqual([]);
});

test("an honest text of a megabyte is shown as source at once", async () => {
  const source = section(1).repeat(1_500);
  const before = performance.now();
  const { road, html, problems } = await compileRunbook({ source, format: "md" });
  expect(performance.now() - before).toBeLessThan(500);
  expect([road, problems[0]?.rule, source.length > 1_000_000]).toEqual(["source", "too-large", true]);
  expect(textOf(parseHtml(html))).toBe(source);
});

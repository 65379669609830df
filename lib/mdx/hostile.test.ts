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

type Fate = "read" | "refused" | "may time out";

/**
 * Made to keep a reader busy, and what becomes of each. Those that are refused stopped Markdown parsers for up to a
 * minute and a half. A reader that goes over the end of a line again and again needs half a minute or more for those
 * that are read: they are as long as a page may be.
 */
const hostile: [kind: string, fate: Fate, source: string][] = [
  ["emphasis in emphasis, 10 KB", "refused", nest("**a *", "*b**", 1_000)],
  ["emphasis in emphasis, 30 KB", "refused", nest("**a *", "*b**", 3_000)],
  ["two kinds of emphasis", "refused", nest("_a **b ", "** c_", 1_500)],
  ["thousands of quotes", "refused", ">".repeat(5_000)],
  ["backticks of every length", "refused", many(700, (length) => `x${"`".repeat(length)}`)],
  ["lists 400 deep", "refused", many(400, (depth) => `${"  ".repeat(depth)}- x\n`)],
  ["emphasis that no line tells", "may time out", "| **a *\n".repeat(4_000)],
  ["brackets that open", "may time out", "[".repeat(50_000)],
  ["links that never end", "may time out", "[a](".repeat(20_000)],
  ["references that lead nowhere", "may time out", "[a][".repeat(20_000)],
  [
    "one definition, asked for again and again",
    "may time out",
    `[a]: ${"b".repeat(50_000)}\n${"\n[a]".repeat(30_000)}`,
  ],
  ["thousands of definitions", "may time out", many(8_000, (index) => `[a${index}]: b\n`)],
  [
    "footnotes that call each other",
    "may time out",
    many(2_000, (index) => `[^${index}]: y[^${index + 1}]\n\n`),
  ],
  ["a footnote that calls itself", "may time out", `x[^a]\n\n[^a]: ${"[^a]".repeat(20_000)}`],
  ["a hundred thousand links", "may time out", "[a](b) ".repeat(100_000)],
  ["addresses that become links", "may time out", "http://a.b ".repeat(22_000)],
  ["mail that is no mail", "may time out", "a_".repeat(100_000)],
  [
    "a table of thousands of columns",
    "may time out",
    `|${"a|".repeat(5_000)}\n|${"-|".repeat(5_000)}\n${"|x\n".repeat(5_000)}`,
  ],
  ["entities", "may time out", "&amp;".repeat(50_000)],
  ["comments", "may time out", "<!-- x -->\n\n".repeat(20_000)],
  ["a comment that opens and opens", "may time out", "<!--".repeat(60_000)],
  ["tags that open", "may time out", "<span>".repeat(5_000)],
  ["tags that never end", "may time out", "<a ".repeat(80_000)],
  ["very many attributes", "may time out", `<p ${many(20_000, (index) => `a${index}="1" `)}>x</p>`],
  ["components in components", "may time out", nest("<A>", "</A>", 3_000)],
  ["components that open", "may time out", "<A>".repeat(20_000)],
  [
    "very many attributes of a component",
    "may time out",
    `<A ${many(15_000, (index) => `a${index}="1" `)}/>`,
  ],
  ["lists in an attribute", "may time out", `<A b={${nest("[", "]", 20_000).replace("x", "")}} />`],
  ["thousands of equal headings", "may time out", "# a\n\n".repeat(10_000)],
  ["a line of blanks", "may time out", `${" ".repeat(250_000)}x`],
  ["nothing but lines", "may time out", "\n".repeat(250_000)],
  ["one long line", "may time out", "x".repeat(250_000)],
  ["a large image in the text", "may time out", `![a](data:image/png;base64,${"A".repeat(250_000)})`],
  ["a fence of quotes", "may time out", `\`\`\`bash\n${"'".repeat(200_001)}\n\`\`\`\n`],
  ["a fence of substitutions", "may time out", `\`\`\`bash\n${nest("$(", ")", 60_000)}\n\`\`\`\n`],
  ["a fence of placeholders", "may time out", `\`\`\`bash\n${"<a".repeat(100_000)}\n\`\`\`\n`],
  ["a fence of heredocs", "may time out", `\`\`\`bash\n${"cat <<EOF\n".repeat(20_000)}\`\`\`\n`],
  ["thousands of fences", "may time out", "```\na\n```\n".repeat(24_000)],
  ["inline commands", "may time out", "`kubectl get <a>` ".repeat(12_000)],
  ["front matter of brackets", "may time out", `---\na: ${nest("[", "]", 100_000)}\n---\n`],
  ["NUL and halves of letters", "may time out", "\0\ud800".repeat(60_000)],
  ["a step of dots", "read", `1. a${".".repeat(240_000)}b`],
  ["a step of conditions", "read", `1. a${" if b".repeat(48_000)};`],
  ["a console of quotes", "read", `\`\`\`ruby\nx = ${'"\\'.repeat(120_000)}\n\`\`\`\n`],
  ["a console of names", "read", `\`\`\`ruby\nx = ${"A::".repeat(80_000)}\n\`\`\`\n`],
  ["a comment of dashes", "read", `\`\`\`bash\n# a${"-".repeat(240_000)}b\nls\n\`\`\`\n`],
  [
    "many blank lines between alternatives",
    "read",
    `\`\`\`bash\nls\n# or\npwd\n${"\n".repeat(200_000)}# or\nid\n\`\`\`\n`,
  ],
  ["backslashes inside of a line", "read", `\`\`\`bash\necho ${"\\".repeat(240_000)}x\n\`\`\`\n`],
  ["a heading of dashes", "read", `# a${" -".repeat(120_000)}b\n`],
  ["callouts that never end", "read", ":::note\n\n".repeat(24_000)],
  ["a callout of blanks", "read", `:::note${" ".repeat(120_000)}{${" ".repeat(120_000)}x\n:::\n`],
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

const jobOf = (source: string): Payload => ({
  source: source.slice(0, LIMITS.bytes),
  format: /^(?:<A|<Tabs)/.test(source) ? "mdx" : "md",
  imageHosts: [],
});

afterAll(async () => {
  await Promise.all([impatient.close(), patient.close()]);
});

const of = (...fates: Fate[]) => hostile.filter(([, fate]) => fates.includes(fate));

test.each(of("may time out"))(
  "%s: is stopped if need be, and brings no worker down",
  async (_kind, _fate, source) => {
    const outcome = await impatient.run(jobOf(source)).catch((error: unknown) => error);
    if (outcome instanceof PoolFailure) expect(outcome.reason).toBe("timeout");
    else expect(outcome).toMatchObject({ html: expect.any(String) });
    const next = await impatient.run(jobOf("# After\n\nwords\n"));
    expect(next.road).toBe("md");
  },
);

test.each(of("read"))("%s: is read", async (_kind, _fate, source) => {
  expect(await patient.run(jobOf(source))).toMatchObject({ road: "md" });
});

test.each(of("refused"))("%s: is refused before the parser meets it", async (_kind, _fate, source) => {
  const { road, problems, html } = await patient.run(jobOf(source));
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

test("an honest text of a megabyte is shown as source, and no worker is asked", async () => {
  const source = section(1).repeat(1_500);
  const asked = vi.spyOn(WorkerPool.prototype, "run");
  const { road, html, problems } = await compileRunbook({ source, format: "md" });
  expect(asked).not.toHaveBeenCalled();
  expect([road, problems[0]?.rule, source.length > 1_000_000]).toEqual(["source", "too-large", true]);
  expect(textOf(parseHtml(html))).toBe(source);
});

import { performance } from "node:perf_hooks";
import { expect, test } from "vitest";
import { textOf } from "@/lib/reading/hast";
import { compileKey, compileRunbook, warmCompiler } from "./compile-runbook";
import { parseHtml } from "./testing/parse-html";
import { readSeed } from "./testing/seeds";

const TIMEOUT = 40_000;

/** Longest time that the event loop was held while something ran. */
async function longestGap(work: Promise<unknown>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }, 5);
  await work;
  clearInterval(timer);
  return longest;
}

test(
  "a seed comes out of the worker whole, and the second asker gets the same promise",
  async () => {
    warmCompiler();
    const input = { source: readSeed("api-service-example"), format: "md" as const };
    const first = compileRunbook(input);
    expect(compileRunbook({ ...input })).toBe(first);
    const { road, model, html } = await first;
    expect([road, model.sections.length, model.steps.length]).toEqual(["md", 13, 13]);
    expect(html).toContain('<figure class="cmd"');
  },
  TIMEOUT,
);

test(
  "local words mark what they name, and a compile is kept under them",
  async () => {
    const input = { source: "```bash\nsomectl cluster cycle-vm a\n```\n", format: "md" as const };
    const riskWords = [{ words: ["cycle-vm"], risk: "danger" as const }];
    const risks = async (compiled: ReturnType<typeof compileRunbook>) =>
      (await compiled).model.commands.map(({ risk }) => risk);
    expect(await risks(compileRunbook(input))).toEqual(["read"]);
    expect(await risks(compileRunbook({ ...input, riskWords }))).toEqual(["danger"]);
    expect(await risks(compileRunbook(input))).toEqual(["read"]);
  },
  TIMEOUT,
);

test(
  "the worker's environment holds nothing of the portal's",
  async () => {
    // What runs there is our own code; this reads its world through a text that would show it, were it evaluated.
    const { html, road } = await compileRunbook({ source: "{JSON.stringify(process.env)}\n", format: "mdx" });
    expect(road).toBe("md");
    expect(textOf(parseHtml(html))).toBe("{JSON.stringify(process.env)}");
  },
  TIMEOUT,
);

test(
  "a text that holds the parser up is given up, shown as source, and nobody else waits for it",
  async () => {
    await compileRunbook({ source: "warm\n", format: "md" });
    const source = "[a](".repeat(40_000);
    const before = performance.now();
    const slow = compileRunbook({ source, format: "md" });
    const gap = await longestGap(slow);
    const { road, problems, html } = await slow;
    expect(road).toBe("source");
    expect(problems).toMatchObject([{ rule: "compile-timeout", severity: "error", line: 1 }]);
    expect(textOf(parseHtml(html))).toBe(source);
    // Two seconds; up to four times that on a machine that is busy elsewhere.
    expect(performance.now() - before).toBeLessThan(10_000);
    expect(gap).toBeLessThan(500);
    const { road: next } = await compileRunbook({ source: "# After\n\ntext\n", format: "md" });
    expect(next).toBe("md");
  },
  TIMEOUT,
);

test(
  "thousands of quotes are refused before the parser",
  async () => {
    const { road, problems } = await compileRunbook({ source: ">".repeat(5_000), format: "md" });
    expect(road).toBe("source");
    expect(problems).toMatchObject([{ rule: "too-deep" }]);
  },
  TIMEOUT,
);

test(
  "a text over the limit is shown as source at once, one of an honest size is read",
  async () => {
    const large = await compileRunbook({ source: `${"é".repeat(131_072)}x`, format: "md" });
    expect([large.road, large.problems[0]?.rule]).toEqual(["source", "too-large"]);
    const line = "Honest words in a paragraph of a runbook.\n\n";
    const source = `# Honest\n\n${line.repeat(Math.floor((40 * 1024) / line.length))}`;
    const fits = await compileRunbook({ source, format: "md" });
    expect([fits.road, fits.problems]).toEqual(["md", []]);
  },
  TIMEOUT,
);

test("the key of a compile changes with the text and the format", () => {
  const key = compileKey({ source: "a", format: "md" });
  expect(key).toMatch(/^[0-9a-f]{64}$/);
  expect(compileKey({ source: "a", format: "md" })).toBe(key);
  expect(compileKey({ source: "b", format: "md" })).not.toBe(key);
  expect(compileKey({ source: "a", format: "mdx" })).not.toBe(key);
});

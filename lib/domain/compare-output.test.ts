import fc from "fast-check";
import { expect, test } from "vitest";
import { compareOutput } from "./compare-output";

const verdict = (expected: string, output: string) => compareOutput(expected, output).verdict;

test.each([
  ["healthy", "healthy"],
  ["healthy", '"healthy"\n'],
  ["healthy", "HEALTHY"],
  ["healthy", '"Healthy"'],
  ["healthy", "\u001b[32mhealthy\u001b[0m"],
  ["healthy", 'ana@host:~$ curl -s https://x/health | jq .status\n\n"healthy"'],
  ["healthy", "$ ./health\nstatus: healthy"],
  ["healthy", '{"status":"healthy"}'],
  ["Running", "NAME     READY   STATUS\napi-1   1/1   Running\napi-2   1/1   Running"],
  [
    'deployment "api-deployment" successfully rolled out',
    'deployment "api-deployment" successfully rolled out',
  ],
  ["below 1%", "0.4%"],
  ["below 1%", "error rate: 0.4 %"],
  ["> 3 replicas", "5"],
  ["at least 2", "2"],
  ["≤ 200ms", "p95 180ms"],
  ["200 OK", "HTTP/1.1 301 Moved\nHTTP/1.1 200 OK"],
  ["200", "200"],
  ["3", "3"],
  ["empty", "[]"],
  ["no output", "No resources found in default namespace."],
  ["below 1,000", "412"],
])("%s is what %j says", (expected, output) => {
  expect(compareOutput(expected, output)).toMatchObject({ verdict: "matches" });
});

test.each([
  ["healthy", "degraded"],
  ["healthy", "unhealthy"],
  ["healthy", "UNHEALTHY"],
  ["Ready", '"NotReady"'],
  ["healthy", '{"status":"down"}'],
  ["Running", "NAME   READY   STATUS\napi-1  0/1   CrashLoopBackOff"],
  ["below 1%", "3.2%"],
  ["> 3 replicas", "3"],
  ["200 OK", "HTTP/2 503\ncontent-type: text/html"],
  ["3", "4"],
  ["successfully rolled out", "error: exceeded its progress deadline"],
])("%s is not what %j says", (expected, output) => {
  expect(compareOutput(expected, output)).toMatchObject({ verdict: "differs" });
});

test.each([
  ["matches $IMAGE_TAG", "v1.2.3"],
  ["[version]", "1.2"],
  ["healthy", "not healthy"],
  ["healthy", "Healthy since 3 min"],
  ["healthy", '{"status":"healthy","db":"down"}'],
  ["healthy", "api: healthy, database: error"],
  ["Running", "NAME  READY STATUS\na 1/1 Running\nb 0/1 CrashLoopBackOff"],
  ["Running", "a 0/1 Running"],
  ["Ready", "node-1 NotReady"],
  ["below 1%", "0.4"],
  ["below 1%", "0.4% of 12%"],
  ["> 3 replicas", "3/5"],
  ["> 3 replicas", "error: exit code 7"],
  ["below 1", "1,5"],
  ["> 3", "2026-11-23"],
  ["3", "3 rows, 1 error"],
  ["empty", "one line"],
  ["200 OK", "done"],
  ["successfully rolled out", "successfully rolled out, 2 errors"],
  ["All pods should be running", "pods: 3"],
  ["healthy", "$ ./health"],
])("whether %s is what %j says is left to a person", (expected, output) => {
  expect(compareOutput(expected, output)).toMatchObject({ verdict: "unclear" });
});

test("every answer says why in a sentence, and no text makes it fail or take long", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), fc.string({ maxLength: 300 }), (expected, output) => {
      expect(compareOutput(expected, output).why).toMatch(/\.$/s);
    }),
  );
  const started = performance.now();
  for (const piece of ["0/", "a@", "err ", "1,", "\u001b["]) verdict("below 1%", piece.repeat(10_000));
  for (const piece of ["0/", "a@", "Aa", "un", "1,"]) verdict("healthy", piece.repeat(10_000));
  expect(performance.now() - started).toBeLessThan(2_000);
});

const letters = "QmFzZTY0IGlzIG9uZSBsb25nIHdvcmQ";
test.each([
  ["one long word", letters.repeat(700)],
  ["one long word of signs", "_".repeat(20_000)],
  ["one word with an apostrophe at its end", `${"n".repeat(20_000)}'`],
  ["separators without an end", `1${",".repeat(20_000)}1`],
  ["signs of a terminal without an end", "\u001b]".repeat(10_000)],
  ["a prompt without an end", `${"a".repeat(10_000)}@${"a".repeat(10_000)}`],
  ["blanks", `x${" ".repeat(20_000)}x`],
  ["brackets", "[".repeat(20_000)],
  ["angles", "<a".repeat(10_000)],
  ["lines", "Running x\n".repeat(2_000)],
])("20 KB of %s takes no longer than reading it", (_, hostile) => {
  const work = () => {
    const started = performance.now();
    for (const text of [hostile, `Running ${hostile}`, `${hostile} Running`, `3% ${hostile}`]) {
      for (const expected of ["below 1%", "Running", "it is Running", "200 OK", "3", "empty"])
        verdict(expected, text);
    }
    verdict(hostile, "Running");
    return performance.now() - started;
  };
  // The best of a few: the machine may be busy with something else.
  expect(Math.min(work(), work(), work())).toBeLessThan(150);
});

test.each(["can't say", "ImagePullBackOff", "xError", "doesn’t run", "JobFailed"])(
  "%s beside the word is trouble, and a word like it is none",
  (trouble) => {
    expect(verdict("Running", `Running ${trouble}`)).toBe("unclear");
    expect(verdict("Running", "Running interrupt")).toBe("matches");
  },
);

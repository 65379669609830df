import fc from "fast-check";
import { expect, test } from "vitest";
import { compareOutput } from "./compare-output";

const verdict = (expected: string, output: string) => compareOutput(expected, output).verdict;

test.each([
  ["healthy", "healthy"],
  ["healthy", '"healthy"\n'],
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
  ["healthy", "unhealthy"],
  ["healthy", "not healthy"],
  ["healthy", "Healthy"],
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

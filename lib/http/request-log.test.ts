import { expect, test, vi } from "vitest";
import { createLog } from "@/lib/log";
import { metrics } from "@/lib/metrics";
import { handle } from "./handle";

vi.stubEnv("DATABASE_URL", "postgresql://localhost/none");
vi.stubEnv("NEXTAUTH_SECRET", "a-secret-for-tests-that-is-long-enough");

/** What a request leaves in the log. */
async function linesOf(request: Request, run: () => Promise<Response>): Promise<Record<string, unknown>[]> {
  const lines: string[] = [];
  const shared = globalThis as { portalLog?: ReturnType<typeof createLog> };
  shared.portalLog = createLog("info", { write: (line) => void lines.push(line) });
  try {
    await handle(request, run);
  } finally {
    delete shared.portalLog;
  }
  return lines.map((line) => JSON.parse(line));
}

const address = "http://localhost:3000/api/v1/incidents/INC-0042/events?token=hunter2-query&after=7";
const headers = {
  cookie: "session=hunter2-cookie",
  authorization: "Bearer hunter2-bearer",
  "x-request-id": "abc-123-def",
};

test("each request leaves one line: method, route, status, time and request id", async () => {
  const lines = await linesOf(new Request(address, { headers }), async () => Response.json({}));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({
    msg: "request",
    requestId: "abc-123-def",
    method: "GET",
    route: "/api/v1/incidents/[key]/events",
    status: 200,
  });
  expect(lines[0]?.ms).toBeTypeOf("number");
});

test("no query, header or body reaches the log, also when the request fails", async () => {
  const request = new Request(address, {
    method: "POST",
    headers: { ...headers, "content-type": "application/json" },
    body: '{"password":"hunter2-body"}',
  });
  const lines = await linesOf(request, async () => {
    throw Object.assign(new Error("cannot use postgresql://portal:hunter2-url@db/portal"), { request });
  });
  expect(lines.map((line) => line.msg)).toEqual(["request failed", "request"]);
  expect(lines[1]).toMatchObject({ status: 500 });
  expect(JSON.stringify(lines)).not.toContain("hunter2");
});

test("each request is measured under the pattern of its route", async () => {
  metrics().httpRequestDuration.reset();
  await linesOf(new Request(address), async () => Response.json({}, { status: 201 }));
  const { values } = await metrics().httpRequestDuration.get();
  expect(values.find((value) => value.metricName?.endsWith("_count"))).toMatchObject({
    value: 1,
    labels: { method: "GET", route: "/api/v1/incidents/[key]/events", status: "201" },
  });
});

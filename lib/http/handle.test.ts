import { afterEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { handle } from "./handle";

vi.stubEnv("DATABASE_URL", "postgresql://localhost/none");
vi.stubEnv("NEXTAUTH_SECRET", "a-secret-for-tests-that-is-long-enough");
vi.stubEnv("NEXTAUTH_URL", "https://runbooks.example.com");
vi.stubEnv("PORTAL_TRUSTED_ORIGINS", "https://backup.example.com");
vi.stubEnv("PORTAL_LOG_LEVEL", "silent");
afterEach(() => vi.restoreAllMocks());

const schema = z.strictObject({ note: z.string().min(1, "is empty") });

function post(body: string, headers: Record<string, string> = {}): Request {
  return new Request("http://10.0.0.5:3000/api/v1/x", {
    method: "POST",
    body,
    headers: { host: "10.0.0.5:3000", "content-type": "application/json", ...headers },
  });
}

const echo = (request: Request) => handle(request, async ({ json }) => Response.json(await json(schema)));

test("a body that fits is let through, with a request id", async () => {
  const response = await echo(post('{"note":"seen"}'));
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ note: "seen" });
  expect(response.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
});

test("the request id of a proxy is kept and an odd one replaced", async () => {
  const kept = await echo(post('{"note":"a"}', { "x-request-id": "abc-123-def" }));
  expect(kept.headers.get("x-request-id")).toBe("abc-123-def");
  const replaced = await echo(post('{"note":"a"}', { "x-request-id": "<script>" }));
  expect(replaced.headers.get("x-request-id")).not.toContain("<");
});

test("writes from the portal's own pages are let through", async () => {
  for (const origin of [
    "http://10.0.0.5:3000",
    "https://runbooks.example.com",
    "https://backup.example.com",
  ]) {
    expect((await echo(post('{"note":"a"}', { origin }))).status).toBe(200);
  }
  expect((await echo(post('{"note":"a"}', { "sec-fetch-site": "same-origin" }))).status).toBe(200);
});

test("writes from other sites are refused", async () => {
  for (const headers of [
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: "http://10.0.0.5:3001" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { origin: "https://evil.example", "x-forwarded-host": "evil.example" },
  ]) {
    const response = await echo(post('{"note":"a"}', headers));
    expect(response.status).toBe(403);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
  }
});

test("a read is not asked where it comes from", async () => {
  const request = new Request("http://portal/api", { headers: { origin: "https://evil.example" } });
  expect((await handle(request, async () => Response.json({}))).status).toBe(200);
});

test("a form of another site cannot pass as JSON", async () => {
  expect((await echo(post('{"note":"a"}', { "content-type": "text/plain" }))).status).toBe(415);
});

test("what is no JSON, no UTF-8, too large or does not fit is said", async () => {
  expect((await echo(post("{"))).status).toBe(400);
  expect((await echo(post(JSON.stringify({ note: "x".repeat(70_000) })))).status).toBe(413);
  const response = await echo(post('{"note":""}'));
  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({ code: "invalid", status: 422, fields: { note: "is empty" } });
});

test("a body without a length is counted while it comes", async () => {
  const chunk = new TextEncoder().encode("x".repeat(10_000));
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1;
      if (sent > 100) controller.close();
      else controller.enqueue(chunk);
    },
  });
  const init = { method: "POST", body, duplex: "half", headers: { "content-type": "application/json" } };
  expect((await echo(new Request("http://portal/api", init as RequestInit))).status).toBe(413);
  expect(sent).toBeLessThan(20);
});

test("a foreseen failure keeps its sentence and details, an unforeseen one says nothing of the inside", async () => {
  const foreseen = await handle(post("{}"), async () => {
    throw new AppError("conflict", "The incident is resolved.", { details: { openSteps: 2 } });
  });
  expect(foreseen.status).toBe(409);
  expect(await foreseen.json()).toMatchObject({
    detail: "The incident is resolved.",
    code: "conflict",
    openSteps: 2,
  });

  const unforeseen = await handle(post("{}"), async () => {
    throw new Error("password is hunter2");
  });
  expect(unforeseen.status).toBe(500);
  expect(JSON.stringify(await unforeseen.json())).not.toContain("hunter2");
});

test("a database that does not answer is 503, so that browsers try again", async () => {
  const response = await handle(post("{}"), async () => {
    throw Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
  });
  expect(response.status).toBe(503);
});

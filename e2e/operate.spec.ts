import { uuidv7 } from "uuidv7";
import { startTestPortal } from "../scripts/testing/test-portal.mjs";
import { createPerson, sessionToken } from "./support/session";
import { required } from "./support/settings";
import { expect, test } from "./support/test";

test("health names its parts and metrics are Prometheus's, both without signing in", async ({ request }) => {
  expect(await (await request.get("/health/live")).json()).toEqual({ status: "ok" });
  const ready = await request.get("/health/ready");
  expect(ready.status()).toBe(200);
  const { parts } = await ready.json();
  expect(Object.keys(parts).sort()).toEqual([
    "compiler",
    "content",
    "database",
    "listener",
    "migrations",
    "snapshot",
  ]);
  expect(parts.database).toEqual({ status: "ok", detail: "answers" });

  const metrics = await request.get("/metrics");
  expect(metrics.headers()["content-type"]).toContain("text/plain");
  const text = await metrics.text();
  expect(text).toMatch(/^runbook_portal_runbook_age_seconds\{slug="portal-down"\} \d/m);
  for (const line of text.split("\n")) {
    if (line !== "" && !line.startsWith("#"))
      expect(line).toMatch(/^runbook_portal_[a-z0-9_]+(?:\{[^}]*\})? \S+$/);
  }
});

test("a portal that is told to stop ends its streams, finishes what it began, and is gone in ten seconds", async () => {
  test.setTimeout(180_000);
  const portal = await startTestPortal({
    name: "graceful-stop",
    databaseUrl: required("DATABASE_URL"),
    secret: required("NEXTAUTH_SECRET"),
  });
  try {
    const cookie = `next-auth.session-token=${await sessionToken(await createPerson("responder"))}`;
    const headers = { "content-type": "application/json", cookie };
    const opened = await fetch(`${portal.baseUrl}/api/v1/incidents`, {
      method: "POST",
      headers,
      body: JSON.stringify({
        id: uuidv7(),
        runbookSlug: "portal-down",
        title: "The portal is told to stop",
        severity: "SEV4",
        isDrill: true,
      }),
    });
    const { key } = (await opened.json()) as { key: string };
    const address = `${portal.baseUrl}/api/v1/incidents/${key}`;
    const stream = await fetch(`${address}/stream?after=0`, { headers: { cookie } });
    const reader = stream.body?.getReader();
    await reader?.read();

    const note = fetch(`${address}/events`, {
      method: "POST",
      headers,
      body: JSON.stringify({
        id: uuidv7(),
        runId: null,
        stepId: null,
        kind: "incident.noted",
        data: { note: "Written while it stops" },
        occurredAt: new Date().toISOString(),
      }),
    });
    const begun = performance.now();
    const stopped = portal.stop();
    expect((await note).status).toBe(201);
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read());
    await stopped;
    expect(performance.now() - begun).toBeLessThan(10_000);
  } finally {
    await portal.stop();
  }
});

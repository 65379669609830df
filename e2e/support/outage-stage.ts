import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { type Browser, expect, type Page } from "@playwright/test";
import { encode } from "next-auth/jwt";
import pg from "pg";
import { uuidv7 } from "uuidv7";
import { startStoppablePostgres, startTestPortal } from "../../scripts/testing/test-portal.mjs";
import { required } from "./settings";

export type OutageStage = Awaited<ReturnType<typeof startOutageStage>>;

/** A portal and a Postgres of their own, and a responder who is signed in; for journeys in which Postgres is away. */
export async function startOutageStage(name: string) {
  const postgres = await startStoppablePostgres();
  const secret = required("NEXTAUTH_SECRET");
  const env = { PORTAL_POLL_MS: "500" };
  const portal = await startTestPortal({ name, databaseUrl: postgres.url, secret, env });

  const person = {
    id: uuidv7(),
    name: "Ana Ruiz",
    email: "ana.outage@example.com",
    role: "responder" as const,
  };

  async function connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: postgres.url });
    client.on("error", () => {});
    await client.connect();
    return client;
  }

  async function sql<Row extends pg.QueryResultRow>(text: string, values: unknown[]): Promise<Row[]> {
    const client = await connect();
    try {
      return (await client.query<Row>(text, values)).rows;
    } finally {
      await client.end();
    }
  }

  await sql("INSERT INTO users (id, email, name, role, updated_at) VALUES ($1, $2, $3, 'responder', now())", [
    person.id,
    person.email,
    person.name,
  ]);
  const claims = { actor: { ...person, memberOf: [], editorOf: [] }, tokenVersion: 0 };
  const token = await encode({ token: { sub: person.id, claims }, secret, maxAge: 3_600 });
  const cookie = `next-auth.session-token=${token}`;

  function get(address: string, signal = AbortSignal.timeout(30_000)): Promise<Response> {
    return fetch(`${portal.baseUrl}${address}`, { headers: { cookie }, signal });
  }

  function post(address: string, body: unknown): Promise<Response> {
    return fetch(`${portal.baseUrl}${address}`, {
      method: "POST",
      headers: { "content-type": "application/json", cookie },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(30_000),
    });
  }

  return {
    postgres,
    portal,
    connect,
    sql,
    get,
    post,
    /** A browser of the person's own. */
    async visit(browser: Browser, complaints: string[], width = 1_280): Promise<Page> {
      const context = await browser.newContext({
        baseURL: portal.baseUrl,
        reducedMotion: "reduce",
        viewport: { width, height: 900 },
      });
      await context.addCookies([{ name: "next-auth.session-token", value: token, url: portal.baseUrl }]);
      const page = await context.newPage();
      page.on("pageerror", (error) => complaints.push(error.message));
      return page;
    },
    /** An incident that follows the runbook `portal-down`. */
    async openIncident(): Promise<{ key: string; id: string; runId: string }> {
      const [id, runId] = [uuidv7(), uuidv7()];
      const answer = await post("/api/v1/incidents", {
        id,
        runId,
        runbookSlug: "portal-down",
        title: "Checkout is slow",
        severity: "SEV2",
        isDrill: true,
      });
      expect(answer.status).toBe(201);
      return { key: ((await answer.json()) as { key: string }).key, id, runId };
    },
    /** The snapshot on disk has the runbooks, and the incident with a tick. */
    async untilOnDisk(key: string): Promise<void> {
      const board = path.join(portal.snapshot, `board-${Number(key.slice(4))}.json`);
      const isTicked = () => existsSync(board) && readFileSync(board, "utf8").includes("step.checked");
      await expect.poll(isTicked, { timeout: 15_000 }).toBe(true);
      for (const file of ["library.json", "incidents.json"])
        await expect.poll(() => existsSync(path.join(portal.snapshot, file))).toBe(true);
    },
    async stop(): Promise<void> {
      await portal.stop();
      await postgres.remove();
    },
  };
}

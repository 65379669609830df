import { uuidv7 } from "uuidv7";
import { startTestPortal } from "../scripts/testing/test-portal.mjs";
import { sql } from "./support/database";
import { createPerson, sessionToken } from "./support/session";
import { required } from "./support/settings";
import { expect, test } from "./support/test";

type Stored = { id: string; seq: number; kind: string };

const rounds = 3;
const writers = 3;

test("killing the portal with SIGKILL in the middle of ticking loses no acknowledged tick and doubles none", async () => {
  test.setTimeout(240_000);
  // A second portal on the same database, so that the other journeys keep theirs.
  const portal = await startTestPortal({
    name: "durability",
    databaseUrl: required("DATABASE_URL"),
    secret: required("NEXTAUTH_SECRET"),
  });
  try {
    const person = await createPerson("responder");
    const headers = {
      "content-type": "application/json",
      cookie: `next-auth.session-token=${await sessionToken(person)}`,
    };
    const post = (path: string, body: unknown) =>
      fetch(`${portal.baseUrl}${path}`, {
        method: "POST",
        headers,
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(10_000),
      });

    const opened = await post("/api/v1/incidents", {
      id: uuidv7(),
      runbookSlug: "api-service-example",
      title: "The portal is killed",
      severity: "SEV4",
      isDrill: true,
    });
    expect(opened.status).toBe(201);
    const { key } = (await opened.json()) as { key: string };
    const [run] = await sql<{ id: string }>(
      "SELECT r.id FROM runs r JOIN incidents i ON i.id = r.incident_id WHERE i.number = $1",
      [Number(key.slice(4))],
    );
    const stepId = await findStepId(`${portal.baseUrl}/incidents/${key}`, headers.cookie);
    const path = `/api/v1/incidents/${key}/events`;
    const tick = (id: string) =>
      post(path, {
        id,
        runId: run?.id,
        stepId,
        kind: "step.checked",
        data: {},
        occurredAt: new Date().toISOString(),
      });

    const acknowledged = new Set<string>();
    const unknown = new Set<string>();
    for (let round = 0; round < rounds; round += 1) {
      let isDown = false;
      const before = acknowledged.size;
      const loops = Array.from({ length: writers }, async () => {
        while (!isDown) {
          const id = uuidv7();
          try {
            const answer = await tick(id);
            if (answer.ok) acknowledged.add(id);
            else unknown.add(id);
          } catch {
            // Cut off: it may or may not have been kept.
            unknown.add(id);
          }
        }
      });
      await expect.poll(() => acknowledged.size - before, { timeout: 60_000 }).toBeGreaterThan(20);
      await portal.crash();
      isDown = true;
      await Promise.all(loops);
      await portal.restart();
    }
    expect(unknown.size, "the kill came in the middle of ticking").toBeGreaterThan(0);

    const stored = await readAll(`${portal.baseUrl}${path}`, headers.cookie);
    const ids = stored.map((event) => event.id);
    const kept = new Set(ids);
    expect(
      [...acknowledged].filter((id) => !kept.has(id)),
      "acknowledged and lost",
    ).toEqual([]);
    expect(kept.size, "kept twice").toBe(ids.length);
    expect(
      stored.map((event) => event.seq),
      "gaps",
    ).toEqual(stored.map((_, index) => index + 1));

    // What was cut off is sent again, as a browser does: all of it is there in the end, each once.
    for (const id of [...unknown].slice(0, 20)) expect((await tick(id)).ok).toBe(true);
    const after = await readAll(`${portal.baseUrl}${path}`, headers.cookie);
    for (const id of [...unknown].slice(0, 20))
      expect(after.filter((event) => event.id === id)).toHaveLength(1);
  } finally {
    await portal.stop();
  }
});

/** The first step's id as the board shows it. */
async function findStepId(address: string, cookie: string): Promise<string> {
  const html = await (await fetch(address, { headers: { cookie } })).text();
  const id = /data-step="([^"]+)"/.exec(html)?.[1];
  if (!id) throw new Error("The board shows no step.");
  return id;
}

async function readAll(address: string, cookie: string): Promise<Stored[]> {
  const all: Stored[] = [];
  for (;;) {
    const answer = await fetch(`${address}?after=${all.at(-1)?.seq ?? 0}`, { headers: { cookie } });
    const { events } = (await answer.json()) as { events: Stored[] };
    if (events.length === 0) return all;
    all.push(...events);
  }
}

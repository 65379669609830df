import { encode } from "next-auth/jwt";
import { uuidv7 } from "uuidv7";
import { sql } from "./support/database";
import { makeScene } from "./support/scene";
import { createPerson, type Person, sessionToken } from "./support/session";
import { required } from "./support/settings";
import type { Scene } from "./support/surfaces";
import { expect, test } from "./support/test";

test.describe.configure({ mode: "parallel" });

// Each wrong act has its refusal with a sentence that says what to do, and a twin that is let through.

const tickOf = (scene: Scene, part: object = {}) => ({
  id: uuidv7(),
  kind: "step.checked",
  runId: scene.runId,
  stepId: scene.stepId,
  data: {},
  occurredAt: new Date().toISOString(),
  ...part,
});

async function post(incident: string, body: unknown, token: string) {
  const response = await fetch(new URL(`/api/v1/incidents/${incident}/events`, required("E2E_BASE_URL")), {
    method: "POST",
    headers: { "content-type": "application/json", cookie: `next-auth.session-token=${token}` },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  const answer = (await response.json()) as { detail?: string; event?: { actorId: string } };
  return { ...answer, status: response.status, contentType: response.headers.get("content-type") };
}

async function setUp() {
  const squad = `squad-${uuidv7().slice(-8)}`;
  // Membership alone: what an editor may is not asked here.
  const ana = await createPerson("responder", { name: "Ana Ruiz", editorOf: [squad] });
  const scene = await makeScene(squad, ana);
  return { squad, ana, scene, token: await sessionToken(ana) };
}

const countEvents = async (incident: string) => {
  const [row] = await sql<{ count: number }>(
    "SELECT count(*)::int AS count FROM events e JOIN incidents i ON i.id = e.incident_id WHERE i.number = $1",
    [Number(incident.slice(4))],
  );
  return row?.count ?? 0;
};

test("a reader cannot tick; a responder can, and so can the reader once the role is given", async () => {
  const { scene, token } = await setUp();
  const reader = await createPerson("reader");
  const readerToken = await sessionToken(reader);
  const refused = await post(scene.incident, tickOf(scene), readerToken);
  expect(refused).toMatchObject({ status: 403, contentType: "application/problem+json" });
  expect(refused.detail).toContain("Ask an admin");
  expect(await countEvents(scene.incident)).toBe(0);
  expect((await post(scene.incident, tickOf(scene), token)).status).toBe(201);
  // The session's own copy of the role still says reader: the database decides.
  await sql("UPDATE users SET role = 'responder' WHERE id = $1", [reader.id]);
  expect((await post(scene.incident, tickOf(scene), readerToken)).status).toBe(201);
});

test("somebody else's incident that is resolved takes no tick; opened again it does", async () => {
  const { squad, scene, token } = await setUp();
  const jon = await createPerson("responder", { name: "Jon Okafor" });
  const other = await makeScene(squad, jon);
  const whole = { runId: null, stepId: null };
  const turn = (data: object) => tickOf(other, { kind: "status.changed", ...whole, data });
  const close = turn({ to: "resolved", reason: "Over" });
  expect((await post(other.incident, close, token)).status).toBe(201);
  const refused = await post(other.incident, tickOf(other), token);
  expect(refused).toMatchObject({ status: 409, contentType: "application/problem+json" });
  expect(refused.detail).toContain("Open it again");
  expect((await post(other.incident, turn({ to: "open", reason: "Back" }), token)).status).toBe(201);
  expect((await post(other.incident, tickOf(other), token)).status).toBe(201);
  expect((await post(scene.incident, tickOf(scene), token)).status).toBe(201);
});

test("nobody acts in another one's name", async () => {
  const { ana, scene, token } = await setUp();
  const jon = await createPerson("responder", { name: "Jon Okafor" });
  for (const forged of [
    { actorId: jon.id },
    { actorName: jon.name },
    { actor: { id: jon.id } },
    { seq: 1 },
  ]) {
    expect((await post(scene.incident, tickOf(scene, forged), token)).status).toBe(422);
  }
  expect((await post(scene.incident, tickOf(scene), await forgedToken(jon))).status).toBe(401);
  expect(await countEvents(scene.incident)).toBe(0);
  const own = await post(scene.incident, tickOf(scene), token);
  expect([own.status, own.event?.actorId]).toEqual([201, ana.id]);
  // The id of an event stays with whom it was given to.
  const id = uuidv7();
  expect((await post(scene.incident, tickOf(scene, { id }), token)).status).toBe(201);
  expect((await post(scene.incident, tickOf(scene, { id }), await sessionToken(jon))).status).toBe(409);
  expect((await post(scene.incident, tickOf(scene, { id }), token)).status).toBe(200);
});

test("a run of another incident is none of this one, and an incident that is not there is nowhere", async () => {
  const { ana, squad, scene, token } = await setUp();
  const other = await makeScene(squad, ana);
  const refused = await post(other.incident, tickOf(scene), token);
  expect(refused).toMatchObject({ status: 422, contentType: "application/problem+json" });
  expect(refused.detail).toContain("not followed in this incident");
  expect((await post("INC-999999", tickOf(scene), token)).status).toBe(404);
  expect((await post(uuidv7(), tickOf(scene), token)).status).toBe(404);
  expect((await post("INC-0042'--", tickOf(scene), token)).status).toBe(404);
  expect((await post(scene.incident, tickOf(scene), token)).status).toBe(201);
});

test("a body of 10 MB is refused without being read to its end; the longest note is let through", async () => {
  const { scene, token } = await setUp();
  const noteOf = (length: number) =>
    tickOf(scene, { kind: "step.noted", data: { note: "n".repeat(length) } });
  const refused = await post(scene.incident, noteOf(10_000_000), token);
  expect(refused).toMatchObject({ status: 413, contentType: "application/problem+json" });
  expect((await post(scene.incident, noteOf(10_001), token)).status).toBe(422);
  expect((await post(scene.incident, noteOf(10_000), token)).status).toBe(201);
  expect(await countEvents(scene.incident)).toBe(1);
});

test("a time in the future is refused; a wrong clock that says when it sent is not", async () => {
  const { scene, token } = await setUp();
  const future = new Date(Date.now() + 3_600_000).toISOString();
  const refused = await post(scene.incident, tickOf(scene, { occurredAt: future }), token);
  expect(refused).toMatchObject({ status: 422, contentType: "application/problem+json" });
  expect(refused.detail).toContain("lies in the future");
  const skewed = tickOf(scene, { occurredAt: future, sentAt: future });
  expect((await post(scene.incident, skewed, token)).status).toBe(201);
});

/** A session that was signed with another secret. */
function forgedToken(person: Person): Promise<string> {
  const claims = { actor: { ...person, memberOf: [], editorOf: [] }, tokenVersion: 0 };
  return encode({ token: { sub: person.id, claims }, secret: "x".repeat(44), maxAge: 3_600 });
}

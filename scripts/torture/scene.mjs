import { encode } from "next-auth/jwt";
import { uuidv7 } from "uuidv7";

/** @typedef {{ id: string, key: string, runId: string, stepIds: string[] }} Scene an incident to work on */

/**
 * Accounts of responders with the cookies that a sign-in would give them.
 * @param {{ query: (text: string, values?: unknown[]) => Promise<{ rows: any[] }> }} db
 * @param {string} secret @param {number} count
 */
export async function createPeople(db, secret, count) {
  const people = [];
  for (let number = 1; number <= count; number += 1) {
    const id = uuidv7();
    const [name, email] = [`Responder ${number}`, `${id}@example.com`];
    await db.query(
      "INSERT INTO users (id, email, name, role, updated_at) VALUES ($1, $2, $3, 'responder', now())",
      [id, email, name],
    );
    const actor = { id, name, email, role: "responder", memberOf: [], editorOf: [] };
    const token = await encode({
      token: { sub: id, claims: { actor, tokenVersion: 0 } },
      secret,
      maxAge: 7_200,
    });
    people.push({ id, name, cookie: `next-auth.session-token=${token}` });
  }
  return people;
}

/**
 * Opens an incident through the portal, and learns what there is to tick from its record and its board.
 * @param {{ query: (text: string, values?: unknown[]) => Promise<{ rows: any[] }> }} db
 * @param {{ base: string, cookie: string }} as @returns {Promise<Scene>}
 */
export async function openScene(db, { base, cookie }) {
  const id = uuidv7();
  const response = await fetch(`${base}/api/v1/incidents`, {
    method: "POST",
    headers: { "content-type": "application/json", cookie },
    body: JSON.stringify({
      id,
      runbookSlug: "api-service-example",
      title: "A night to remember",
      severity: "SEV3",
      isDrill: true,
    }),
    signal: AbortSignal.timeout(20_000),
  });
  if (response.status !== 201) throw new Error(`The incident could not be opened: ${await response.text()}`);
  const { key } = await response.json();
  const { rows } = await db.query("SELECT id FROM runs WHERE incident_id = $1", [id]);
  const page = await (await fetch(`${base}/incidents/${key}`, { headers: { cookie } })).text();
  const stepIds = [...new Set([...page.matchAll(/data-step="([^"]+)"/g)].map(([, stepId]) => stepId))];
  if (stepIds.length === 0) throw new Error("The board shows no step.");
  return { id, key, runId: rows[0].id, stepIds };
}

import { uuidv7 } from "uuidv7";
import { sql } from "./database";
import { type Person, sessionToken } from "./session";
import { required } from "./settings";
import type { Scene } from "./surfaces";

/** A runbook of the squad and an incident in which it is followed, fresh for each try. */
export async function makeScene(squad: string, opener: Person): Promise<Scene> {
  const runbook = `scene-${uuidv7()}`;
  const source = "# Scene\n\n## Do\n\n- [ ] Look\n";
  const [row] = await sql<{ id: string; revision: string }>(
    `WITH book AS (
       INSERT INTO runbooks (id, slug, title, squad_id, current_revision, updated_at)
       SELECT $1, $2, 'Scene', id, 1, now() FROM squads WHERE slug = $3 RETURNING id),
     text AS (
       INSERT INTO revisions (id, runbook_id, number, format, source, sha256, title, message, origin)
       SELECT $4, id, 1, 'md', $5, encode(sha256(convert_to($5, 'UTF8')), 'hex'), 'Scene', 'Made by a test', 'import'
       FROM book RETURNING id)
     SELECT book.id, text.id AS revision FROM book, text`,
    [uuidv7(), runbook, squad, uuidv7(), source],
  );
  const [incident, other] = await sql<{ id: string; number: number }>(
    `INSERT INTO incidents (id, title, severity, runbook_id, opened_by_id)
     VALUES ($1, 'Scene', 'SEV4', $3, $4), ($2, 'Other scene', 'SEV4', $3, $4) RETURNING id, number`,
    [uuidv7(), uuidv7(), row?.id, opener.id],
  );
  const runId = uuidv7();
  await sql("INSERT INTO runs (id, incident_id, revision_id) VALUES ($1, $2, $3)", [
    runId,
    incident?.id,
    row?.revision,
  ]);
  const [image] = await sql<{ name: string }>(
    `INSERT INTO runbook_files (id, runbook_id, path, content_type, sha256, bytes)
     VALUES ($1, $2, 'a.png', 'image/png', encode(sha256('x'), 'hex'), 'x')
     RETURNING left(sha256, 32) || '.png' AS name`,
    [uuidv7(), row?.id],
  );
  const board = await fetch(new URL(`/runbooks/${runbook}`, required("E2E_BASE_URL")), {
    headers: { cookie: `next-auth.session-token=${await sessionToken(opener)}` },
  });
  const stepId = /data-step=(?:\\)?"([^"\\]+)/.exec(await board.text())?.[1] ?? "";
  const keyOf = (number = 0) => `INC-${String(number).padStart(4, "0")}`;
  return {
    incident: keyOf(incident?.number),
    other: keyOf(other?.number),
    runId,
    stepId,
    runbook,
    image: image?.name ?? "",
    newId: uuidv7,
  };
}

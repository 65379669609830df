import { uuidv7 } from "uuidv7";
import { startLivePortal } from "../lib/live-portal.mjs";
import { openLine } from "../lib/post.mjs";
import { inTurns } from "../lib/timing.mjs";

/** The board page of an incident of 5,000 events, as the server answers it, against one of 50. */
export async function run() {
  const portal = await startLivePortal({ people: 1 });
  const line = openLine(portal.base);
  try {
    const [person] = portal.people;
    const [long, short] = [await portal.openScene(), await portal.openScene()];
    await fill(portal.db, long, person, 5_000);
    await fill(portal.db, short, person, 50);
    const open = ({ key }) => line.ask(`/incidents/${key}`, { cookie: person.cookie });
    const bytes = { long: (await open(long)).bytes, short: (await open(short)).bytes };
    const { ours, baseline } = await inTurns({
      ours: () => open(long),
      baseline: () => open(short),
      rounds: 60,
      warmUp: 20,
    });
    return [
      { name: "board of 5,000 events, of 50", value: ours, unit: "ms", baseline, goal: 1.5 },
      { name: "its bytes", value: bytes.long / 1_024, unit: "KB", baseline: bytes.short / 1_024, goal: 1.5 },
    ];
  } finally {
    line.close();
    await portal.stop();
  }
}

/** Ticks and unticks, until the incident has so many events. */
async function fill(db, { id, runId, stepIds }, person, total) {
  const { rows } = await db.query("SELECT last_seq AS seq FROM incidents WHERE id = $1", [id]);
  const ids = Array.from({ length: total - rows[0].seq }, () => uuidv7());
  await db.query(
    `WITH made AS (
       INSERT INTO events (id, incident_id, seq, kind, run_id, step_id, actor_id, actor_name, occurred_at)
       SELECT given.id, $2, $3 + given.place, CASE given.place % 2 WHEN 1 THEN 'step.checked' ELSE 'step.unchecked' END,
         $4, ($5::text[])[1 + given.place % cardinality($5::text[])], $6, $7, now()
       FROM unnest($1::uuid[]) WITH ORDINALITY AS given (id, place) ORDER BY given.place RETURNING seq)
     UPDATE incidents SET last_seq = $8 WHERE id = $2`,
    [ids, id, rows[0].seq, runId, stepIds, person.id, person.name, total],
  );
}

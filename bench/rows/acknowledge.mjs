import { uuidv7 } from "uuidv7";
import { startLivePortal } from "../lib/live-portal.mjs";
import { openLine } from "../lib/post.mjs";
import { inTurns } from "../lib/timing.mjs";

/**
 * From a tick's request to its acknowledgement (session, rights, lock, row, announcement, commit to disk), against a
 * bare `INSERT … RETURNING` of the same row into a table of the same shape.
 */
export async function run() {
  const portal = await startLivePortal({ people: 1 });
  const line = openLine(portal.base);
  try {
    const [{ id: actorId, name, cookie }] = portal.people;
    const { id: incidentId, key, runId, stepIds } = await portal.openScene();
    await portal.db.query("CREATE TABLE bare_events (LIKE events INCLUDING ALL)");
    let seq = 0;
    const { ours, baseline } = await inTurns({
      ours: async () => {
        const body = tick({ runId, stepId: stepIds[seq % stepIds.length] });
        const { status } = await line.ask(`/api/v1/incidents/${key}/events`, {
          method: "POST",
          cookie,
          body,
        });
        if (status !== 201) throw new Error(`A tick was answered ${status}.`);
      },
      baseline: async () => {
        seq += 1;
        await portal.db.query(
          `INSERT INTO bare_events (id, incident_id, seq, kind, run_id, step_id, actor_id, actor_name, occurred_at)
           VALUES ($1, $2, $3, 'step.checked', $4, $5, $6, $7, now()) RETURNING *`,
          [uuidv7(), incidentId, seq, runId, stepIds[seq % stepIds.length], actorId, name],
        );
      },
      rounds: 400,
      warmUp: 150,
    });
    return [{ name: "tick acknowledged, p50", value: ours, unit: "ms", baseline, goal: 3 }];
  } finally {
    line.close();
    await portal.stop();
  }
}

/** @param {{ runId: string, stepId: string }} place */
export function tick({ runId, stepId }) {
  return {
    id: uuidv7(),
    kind: "step.checked",
    runId,
    stepId,
    data: {},
    occurredAt: new Date().toISOString(),
  };
}

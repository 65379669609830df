/**
 * What one client did and saw.
 * @typedef {{ id: string, kind: string, occurredAt: string, acknowledgedSeq: number | null, refusal: string | null }} Act
 * @typedef {{ name: string, actorId: string, incidentId: string, acts: Act[], received: number[], board: string,
 *   waiting: string[] }} ClientHistory `received` as the board was given them; `waiting` is still in the outbox
 * @typedef {{ id: string, seq: number, kind: string, actorId: string | null, occurredAt: string }} Row
 * @typedef {{ id: string, rows: Row[], board: string }} IncidentRecord rows in the order of `seq`; `board` is their fold
 * @typedef {{ acknowledged: number, lost: string[], doubled: string[], gaps: string[], boards: string[],
 *   actors: string[], refused: string[] }} Findings
 */

/**
 * Holds what clients remember against what the database has. Pure: the same histories give the same findings.
 * @param {{ clients: ClientHistory[], incidents: IncidentRecord[] }} input
 * @returns {Findings}
 */
export function check({ clients, incidents }) {
  /** @type {Findings} */
  const findings = { acknowledged: 0, lost: [], doubled: [], gaps: [], boards: [], actors: [], refused: [] };
  const rows = new Map();
  for (const incident of incidents) {
    checkRecord(incident, findings);
    for (const row of incident.rows) rows.set(row.id, { ...row, incidentId: incident.id });
  }
  for (const client of clients) {
    const incident = incidents.find(({ id }) => id === client.incidentId);
    if (!incident) throw new Error(`${client.name} worked on an incident that was not read.`);
    checkActs(client, rows, findings);
    checkStream(client, incident, findings);
    if (client.board !== incident.board) {
      findings.boards.push(`${client.name}: its board is not the fold of the record`);
    }
  }
  return findings;
}

/** Each act once, and numbers without gaps. @param {IncidentRecord} incident @param {Findings} findings */
function checkRecord({ id, rows }, { doubled, gaps }) {
  const ids = new Set();
  // Clients never give two of their acts the same time: the pair tells an act apart also when its id has changed.
  const moments = new Set();
  for (const [index, row] of rows.entries()) {
    if (row.seq !== index + 1) gaps.push(`${id}: place ${index + 1} of the record has seq ${row.seq}`);
    if (ids.has(row.id)) doubled.push(`${id}: event ${row.id} is there twice`);
    const moment = `${row.actorId} ${row.kind} ${row.occurredAt}`;
    if (!ids.has(row.id) && moments.has(moment)) doubled.push(`${id}: the act of ${moment} is there twice`);
    ids.add(row.id);
    moments.add(moment);
  }
}

/** @param {ClientHistory} client @param {Map<string, Row & { incidentId: string }>} rows @param {Findings} findings */
function checkActs(client, rows, findings) {
  let before = 0;
  for (const act of client.acts) {
    // Nothing that these clients do is wrong.
    if (act.refusal !== null) findings.refused.push(`${client.name}: ${act.id} was refused: ${act.refusal}`);
    const row = rows.get(act.id);
    const isAcknowledged = act.acknowledgedSeq !== null;
    if (isAcknowledged) findings.acknowledged += 1;
    if (!row) {
      if (act.refusal === null)
        findings.lost.push(
          `${client.name}: ${act.id} ${isAcknowledged ? "was acknowledged" : "was shown as kept"} and is not in the record`,
        );
      continue;
    }
    if (act.refusal !== null)
      findings.doubled.push(`${client.name}: ${act.id} was refused and is in the record`);
    if (isAcknowledged && act.acknowledgedSeq !== row.seq) {
      findings.gaps.push(
        `${client.name}: ${act.id} was acknowledged as ${act.acknowledgedSeq} and is ${row.seq}`,
      );
    }
    if (row.actorId !== client.actorId || row.incidentId !== client.incidentId) {
      findings.actors.push(`${client.name}: ${act.id} stands under another name or incident`);
    }
    if (row.seq < before)
      findings.gaps.push(`${client.name}: ${act.id} overtook an earlier act of the same client`);
    before = row.seq;
  }
  for (const id of client.waiting) findings.lost.push(`${client.name}: ${id} is still waiting in the outbox`);
}

/** At every moment what a board was given was a whole beginning of the record, each number once. */
function checkStream(client, { id, rows }, { gaps, doubled }) {
  let highest = 0;
  for (const seq of client.received) {
    if (seq > highest + 1) gaps.push(`${client.name}: ${id} gave ${seq} after ${highest}`);
    if (seq <= highest) doubled.push(`${client.name}: ${id} gave ${seq} again after ${highest}`);
    highest = Math.max(highest, seq);
  }
  const last = rows.at(-1)?.seq ?? 0;
  if (highest !== last) gaps.push(`${client.name}: ${id} ends at ${last}, and only ${highest} arrived`);
}

/** Everything that must not be, as one list. @param {Findings} findings */
export function faultsOf({ lost, doubled, gaps, boards, actors, refused }) {
  return [...lost, ...doubled, ...gaps, ...boards, ...actors, ...refused];
}

import { expect, test } from "vitest";
import { check, faultsOf } from "./checker.mjs";

const at = (second: number) => new Date(second * 1_000).toISOString();

/** Two clients, three acts, all as it should be; each test breaks one thing of it. */
function good() {
  const row = (seq: number, actorId: string) => ({
    id: `e${seq}`,
    seq,
    kind: "step.checked",
    actorId,
    occurredAt: at(seq),
  });
  const act = (seq: number) => ({
    id: `e${seq}`,
    kind: "step.checked",
    occurredAt: at(seq),
    acknowledgedSeq: seq as number | null,
    refusal: null as string | null,
  });
  const client = (name: string, acts: ReturnType<typeof act>[]) => ({
    name,
    actorId: name,
    incidentId: "i",
    acts,
    received: [1, 2, 3],
    board: "B",
    waiting: [] as string[],
  });
  const rows = [row(1, "ana"), row(2, "jon"), row(3, "ana")];
  const [ana, jon] = [client("ana", [act(1), act(3)]), client("jon", [act(2)])] as const;
  return { rows, ana, jon, input: { clients: [ana, jon], incidents: [{ id: "i", rows, board: "B" }] } };
}

test("a good history has no findings", () => {
  const { input } = good();
  const findings = check(input);
  expect(findings.acknowledged).toBe(3);
  expect(faultsOf(findings)).toEqual([]);
});

test("what was acknowledged, or only shown as kept, and is not there, is lost; what was refused is not", () => {
  const { input, ana, jon } = good();
  const other = { kind: "step.checked", occurredAt: at(9) };
  ana.acts.push({ ...other, id: "x", acknowledgedSeq: 9, refusal: null });
  jon.acts.push({ ...other, id: "y", acknowledgedSeq: null, refusal: null });
  jon.acts.push({ ...other, id: "z", acknowledgedSeq: null, refusal: "409" });
  jon.waiting.push("y");
  expect(check(input).lost).toHaveLength(3);
});

test("an id twice, and an act twice under two ids, are doubled", () => {
  const { input, rows } = good();
  const [first] = rows;
  if (!first) throw new Error("no row");
  rows.push({ ...first, seq: 4 }, { ...first, id: "other", seq: 5 });
  expect(check(input).doubled).toHaveLength(2);
});

test("a number that a board is given again, or that goes back, is doubled", () => {
  const { input, ana, jon } = good();
  ana.received = [1, 2, 2, 3];
  jon.received = [1, 2, 1, 3];
  const findings = check(input);
  expect(findings.doubled).toEqual(["ana: i gave 2 again after 2", "jon: i gave 1 again after 2"]);
  expect(findings.gaps).toEqual([]);
});

test("a hole in the record or in a stream, and an act that overtakes, are gaps", () => {
  const hole = good();
  hole.rows.splice(1, 1);
  hole.input.clients.splice(1, 1);
  expect(check(hole.input).gaps[0]).toContain("place 2 of the record has seq 3");

  const stream = good();
  stream.jon.received = [1, 3, 2];
  expect(check(stream.input).gaps).toEqual(["jon: i gave 3 after 1"]);

  const short = good();
  short.jon.received = [1, 2];
  expect(check(short.input).gaps).toEqual(["jon: i ends at 3, and only 2 arrived"]);

  const overtaken = good();
  overtaken.ana.acts.reverse();
  expect(check(overtaken.input).gaps).toEqual(["ana: e1 overtook an earlier act of the same client"]);
});

test("a board that differs, a foreign name and a wrong answer are found", () => {
  const { input, ana, jon, rows } = good();
  ana.board = "C";
  if (rows[1]) rows[1].actorId = "ana";
  if (jon.acts[0]) jon.acts[0].acknowledgedSeq = 7;
  const findings = check(input);
  expect(findings.boards).toHaveLength(1);
  expect(findings.actors).toHaveLength(1);
  expect(findings.gaps).toEqual(["jon: e2 was acknowledged as 7 and is 2"]);
});

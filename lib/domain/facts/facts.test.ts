import fc from "fast-check";
import { expect, test } from "vitest";
import { type FactEvent, foldBoard } from "../board-state";
import type { IncidentEvent } from "../incident-event";
import { causesOf } from "./causes";
import { escalationsOf } from "./escalations";
import { handOversOf } from "./hand-overs";
import { linksOf } from "./links";
import { mergesOf } from "./merges";
import { rolesHeldBy, rolesOf } from "./roles";
import { timersOf } from "./timers";

type Row = { kind: FactEvent["kind"]; data: object; by?: "ana" | "jon"; stepId?: string | null };

const names = { ana: "Ana", jon: "Jon" };
const at = (seq: number) => new Date(Date.UTC(2026, 10, 22, 2, 40 + seq)).toISOString();

function recordOf(rows: readonly Row[]): IncidentEvent[] {
  return rows.map(
    ({ kind, data, by = "ana", stepId = null }, index) =>
      ({
        id: `e${index + 1}`,
        seq: index + 1,
        kind,
        runId: "run",
        stepId,
        data,
        actorId: by,
        actorName: names[by],
        occurredAt: at(index),
        sentAt: null,
        recordedAt: at(index),
      }) as IncidentEvent,
  );
}

const factsOf = (rows: readonly Row[]) => foldBoard(recordOf(rows)).facts;
const role = (name: string, personId: "ana" | "jon", isHeld = true, by = personId): Row => ({
  kind: "role.changed",
  data: { role: name, personId, personName: names[personId], isHeld },
  by,
});

const rows: Row[] = [
  role("commander", "ana"),
  role("scribe", "jon"),
  role("responder", "jon"),
  role("commander", "jon"),
  {
    kind: "shift.handed-over",
    data: { role: "commander", personId: "ana", personName: "Ana", summary: "It is calm." },
    by: "jon",
  },
  role("scribe", "jon", false),
  { kind: "timer.started", data: { seconds: 900, label: "wait 15 minutes" }, stepId: "s1" },
  { kind: "timer.started", data: { seconds: 60, label: "look again" } },
  { kind: "timer.stopped", data: { timerId: "e7" }, by: "jon" },
  { kind: "incident.escalated", data: { level: "L2", contact: "#leads" } },
  { kind: "link.added", data: { url: "https://a.example/", label: "Board", type: "dashboard" } },
  { kind: "link.added", data: { url: "https://b.example/", label: "Chat", type: "chat" } },
  { kind: "link.removed", data: { linkId: "e11" } },
  { kind: "cause.chosen", data: { cause: "Pool is full", isChosen: true } },
  { kind: "cause.chosen", data: { cause: "Bad release", isChosen: true } },
  { kind: "cause.chosen", data: { cause: "Pool is full", isChosen: false } },
  { kind: "incident.absorbed", data: { from: "INC-0003", title: "Slow" } },
  { kind: "incident.merged", data: { into: "INC-0007" } },
];

const readAll = (facts: readonly FactEvent[]) => ({
  roles: rolesOf(facts),
  handOvers: handOversOf(facts),
  timers: timersOf(facts),
  escalations: escalationsOf(facts),
  links: linksOf(facts),
  causes: causesOf(facts),
  merges: mergesOf(facts),
});

test("every fold says the same in any order of arrival, with repeats", () => {
  const events = recordOf(rows);
  const inOrder = readAll(foldBoard(events).facts);
  const news = fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 });
  fc.assert(
    fc.property(news, (shuffled) => {
      expect(readAll(foldBoard(shuffled).facts)).toEqual(inOrder);
    }),
  );
});

test("commander and scribe are one person at a time; handing over moves the role", () => {
  const roles = rolesOf(factsOf(rows));
  expect(roles.commander).toEqual({ id: "ana", name: "Ana", at: at(4) });
  expect(roles.scribe).toBeNull();
  expect(roles.responders.map(({ name }) => name)).toEqual(["Jon"]);
  expect(rolesHeldBy(roles, "jon")).toEqual(["responder"]);
});

test("a role is laid down only by the one who has it", () => {
  const facts = factsOf([
    role("commander", "ana"),
    role("commander", "jon"),
    role("commander", "ana", false),
  ]);
  expect(rolesOf(facts).commander?.name).toBe("Jon");
  expect(rolesOf(factsOf([role("commander", "ana"), role("commander", "ana", false)])).commander).toBeNull();
});

test("a responder who hands over is none any more, and nobody is one twice", () => {
  const facts = factsOf([
    role("responder", "ana"),
    role("responder", "ana"),
    {
      kind: "shift.handed-over",
      data: { role: "responder", personId: "jon", personName: "Jon", summary: "Go on." },
    },
  ]);
  expect(rolesOf(facts).responders.map(({ name }) => name)).toEqual(["Jon"]);
});

test("a timer ends after its seconds; the first stop counts, and one never stopped runs on", () => {
  const [first, second] = timersOf(
    factsOf([...rows, { kind: "timer.stopped", data: { timerId: "e7" }, by: "ana" }]),
  );
  expect(first).toMatchObject({ stepId: "s1", startedAt: at(6), endsAt: at(21), stopped: { by: "Jon" } });
  expect(second).toMatchObject({ label: "look again", stopped: null });
});

test("a timer that was started offline ends when it would have, by the server's clock", () => {
  const [event] = recordOf([{ kind: "timer.started", data: { seconds: 600, label: "wait" } }]);
  if (!event) throw new Error("There is no event.");
  // The device is a day ahead, and sent it five minutes after it happened.
  const late = {
    ...event,
    occurredAt: "2026-11-23T02:35:00.000Z",
    sentAt: "2026-11-23T02:40:00.000Z",
    recordedAt: "2026-11-22T02:40:00.000Z",
  };
  expect(timersOf(foldBoard([late]).facts)[0]).toMatchObject({
    startedAt: "2026-11-22T02:35:00.000Z",
    endsAt: "2026-11-22T02:45:00.000Z",
  });
});

test("links and causes that were taken back are gone, the others stay", () => {
  const facts = factsOf(rows);
  expect(linksOf(facts).map(({ label, by }) => [label, by])).toEqual([["Chat", "Ana"]]);
  expect(causesOf(facts).map(({ cause }) => cause)).toEqual(["Bad release"]);
  expect(escalationsOf(facts)).toMatchObject([{ level: "L2", contact: "#leads", by: "Ana", at: at(9) }]);
});

test("both sides of a merge know the other", () => {
  expect(mergesOf(factsOf(rows))).toMatchObject({
    into: { key: "INC-0007", by: "Ana" },
    from: [{ key: "INC-0003", title: "Slow" }],
  });
  expect(mergesOf([])).toEqual({ into: null, from: [] });
});

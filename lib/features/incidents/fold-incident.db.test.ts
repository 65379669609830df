import { uuidv7 } from "uuidv7";
import { expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { createActor, createIncident } from "@/lib/db/testing";
import { foldBoard } from "@/lib/domain/board-state";
import { windowOf } from "@/lib/domain/board-window";
import { toIncidentEvent } from "@/lib/events/event-row";
import { foldIncident } from "./fold-incident";

type Scene = Awaited<ReturnType<typeof createIncident>>;

/** Ticks and unticks three steps in turn, `count` times, as one statement: the numbers go on from `lastSeq`. */
async function work(scene: Scene, count: number): Promise<number> {
  const actor = await createActor();
  const { lastSeq } = await db().incident.findUniqueOrThrow({ where: { id: scene.id } });
  await db().$transaction([
    db().event.createMany({
      data: Array.from({ length: count }, (_, index) => ({
        id: uuidv7(),
        incidentId: scene.id,
        seq: lastSeq + index + 1,
        kind: index % 2 ? "step.unchecked" : "step.checked",
        runId: scene.run.id,
        stepId: `step-${index % 3}`,
        actorId: actor.id,
        actorName: actor.name,
        occurredAt: new Date(),
      })),
    }),
    db().incident.update({ where: { id: scene.id }, data: { lastSeq: lastSeq + count } }),
  ]);
  return lastSeq + count;
}

async function foldWhole(id: string) {
  const rows = await db().event.findMany({ where: { incidentId: id }, orderBy: { seq: "asc" } });
  return windowOf(foldBoard(rows.map(toIncidentEvent)));
}

test("a fold that goes on from what was kept is the fold of the whole record, and reads only what is new", async () => {
  const scene = await createIncident();
  await foldIncident(scene.id, await work(scene, 1_205));
  const last = await work(scene, 7);
  const read = vi.spyOn(db().event, "findMany");
  const board = await foldIncident(scene.id, last);
  expect(read).toHaveBeenCalledTimes(1);
  expect(read.mock.calls[0]?.[0]).toMatchObject({ where: { seq: { gt: last - 7 } } });
  read.mockRestore();
  expect(board).toEqual(await foldWhole(scene.id));
});

test("the board of a long incident is not larger than that of a short one", async () => {
  const [short, long] = [await createIncident(), await createIncident()];
  const size = async (scene: Scene, count: number) =>
    JSON.stringify(await foldIncident(scene.id, await work(scene, count))).length;
  const few = await size(short, 60);
  expect(await size(long, 5_000)).toBeLessThan(few * 1.2);
});

test("a record that is shorter than what was kept is folded anew, and an old number of the caller is no reason", async () => {
  const scene = await createIncident();
  const last = await work(scene, 20);
  const board = await foldIncident(scene.id, last);
  const read = vi.spyOn(db().event, "findMany");
  expect(await foldIncident(scene.id, last - 1)).toEqual(board);
  expect(read.mock.lastCall?.[0]).toMatchObject({ where: { seq: { gt: last } } });

  const { portalFolds } = globalThis as { portalFolds?: Map<string, typeof board> };
  portalFolds?.set(scene.id, { ...board, seq: last + 9 });
  expect(await foldIncident(scene.id, last)).toEqual(board);
  expect(read.mock.lastCall?.[0]).toMatchObject({ where: { seq: { gt: 0 } } });
  read.mockRestore();
});

import { uuidv7 } from "uuidv7";
import { afterAll, expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { createActor, createIncident, createUser } from "@/lib/db/testing";
import type { Actor } from "@/lib/domain/actor";
import type { Looker } from "@/lib/domain/presence";
import { closeSubscriptions } from "@/lib/events/subscribe";
import { readLookers } from "./presence-rows";
import { recordPresence } from "./record-presence";
import { watchPresence } from "./watch-presence";

process.env.PORTAL_POLL_MS = "200";
afterAll(closeSubscriptions);

const place = { runId: null, stepId: null };

async function makeOld(tabId: string, seconds: number): Promise<void> {
  await db().presence.update({ where: { tabId }, data: { seenAt: new Date(Date.now() - seconds * 1_000) } });
}

/** The lists that a stream of this process would send. */
function watchFrom(watch: typeof watchPresence, incidentId: string) {
  const lists: Looker[][] = [];
  const stop = watch(incidentId, (bytes) => {
    const frame = new TextDecoder().decode(bytes);
    expect(frame).toMatch(/^event: presence\ndata: \[.*\]\n\n$/);
    lists.push(JSON.parse(frame.slice(frame.indexOf("["))) as Looker[]);
  });
  return { lists, newest: () => lists.at(-1), stop };
}

test("who opens a board is seen by readers and responders alike, with the step, until they leave", async () => {
  const [incident, reader, jon] = [
    await createIncident(),
    await createActor({ role: "reader", user: { name: "Ana Ruiz" } }),
    await createActor({ user: { name: "Jon Okafor" } }),
  ];
  const seen = watchFrom(watchPresence, incident.id);
  await expect.poll(seen.newest).toEqual([]);
  const [one, two] = [uuidv7(), uuidv7()];
  await recordPresence(reader, incident.number, { tabId: one, ...place });
  const ana = { personId: reader.id, name: "Ana Ruiz", ...place, tabs: 1 };
  await expect.poll(seen.newest).toEqual([ana]);

  const runId = incident.run.id;
  await recordPresence(jon, incident.number, { tabId: two, runId, stepId: "drain" });
  const okafor = { personId: jon.id, name: "Jon Okafor", runId, stepId: "drain", tabs: 1 };
  await expect.poll(seen.newest).toEqual([ana, okafor]);
  await recordPresence(jon, incident.number, { tabId: uuidv7(), ...place });
  await expect.poll(seen.newest).toEqual([ana, { ...okafor, tabs: 2 }]);

  await recordPresence(reader, incident.number, { tabId: one, ...place, gone: true });
  await expect.poll(seen.newest).toEqual([{ ...okafor, tabs: 2 }]);
  seen.stop();
});

test("a board that goes by the id of its incident is seen as one that goes by its number", async () => {
  const [incident, actor] = [await createIncident(), await createActor()];
  await recordPresence(actor, incident.id, { tabId: uuidv7(), ...place });
  expect(await readLookers(incident.id)).toMatchObject([{ personId: actor.id }]);
  await expect(recordPresence(actor, uuidv7(), { tabId: uuidv7(), ...place })).rejects.toMatchObject({
    code: "not-found",
  });
});

test("two processes tell their streams the same", async () => {
  const [incident, actor] = [await createIncident(), await createActor()];
  const here = watchFrom(watchPresence, incident.id);
  // A second copy of the modules with a hub and a LISTEN connection of its own, as another process has.
  const shared = globalThis as { portalHub?: unknown; portalPresence?: unknown };
  const own = { ...shared };
  delete shared.portalHub;
  delete shared.portalPresence;
  vi.resetModules();
  const other = await import("./watch-presence");
  const { closeSubscriptions: closeOther } = await import("@/lib/events/subscribe");
  const there = watchFrom(other.watchPresence, incident.id);
  expect(shared.portalHub).not.toBe(own.portalHub);

  await recordPresence(actor, incident.number, { tabId: uuidv7(), ...place });
  await expect.poll(() => here.newest()?.map(({ name }) => name)).toEqual([actor.name]);
  await expect.poll(() => there.newest()).toEqual(here.newest());
  there.stop();
  await closeOther();
  Object.assign(shared, { portalHub: own.portalHub, portalPresence: own.portalPresence });
  here.stop();
});

test("a board that has not been heard of for 45 s counts for nothing, and is swept away", async () => {
  const [incident, gone, here] = [await createIncident(), await createActor(), await createActor()];
  const seen = watchFrom(watchPresence, incident.id);
  const [old, young] = [uuidv7(), uuidv7()];
  await recordPresence(gone, incident.number, { tabId: old, ...place });
  await recordPresence(here, incident.number, { tabId: young, ...place });
  await expect.poll(() => seen.newest()?.length).toBe(2);
  await makeOld(young, 40);
  await makeOld(old, 46);
  // Nobody rings for that: the poll finds it.
  await expect.poll(() => seen.newest()?.map(({ personId }) => personId)).toEqual([here.id]);

  (globalThis as { portalPresenceSweep?: number }).portalPresenceSweep = 0;
  await recordPresence(here, incident.number, { tabId: young, ...place });
  expect(
    await db().presence.findMany({ select: { tabId: true }, where: { incidentId: incident.id } }),
  ).toEqual([{ tabId: young }]);
  seen.stop();
});

test("saying the same again rings nobody, another step does", async () => {
  const [incident, actor] = [await createIncident(), await createActor()];
  const seen = watchFrom(watchPresence, incident.id);
  const tabId = uuidv7();
  const at = (stepId: string) => ({ tabId, runId: incident.run.id, stepId });
  await recordPresence(actor, incident.number, at("one"));
  await expect.poll(() => seen.newest()?.length).toBe(1);
  await makeOld(tabId, 30);
  await recordPresence(actor, incident.number, at("one"));
  expect((await db().presence.findUniqueOrThrow({ where: { tabId } })).seenAt.getTime()).toBeGreaterThan(
    Date.now() - 10_000,
  );
  await recordPresence(actor, incident.number, at("two"));
  await expect.poll(() => seen.newest()?.[0]?.stepId).toBe("two");
  expect(seen.lists.map((list) => list[0]?.stepId ?? null).filter(Boolean)).toEqual(["one", "two"]);
  seen.stop();
});

test("nobody speaks for another's board, nor for a run of another incident", async () => {
  const [incident, other] = [await createIncident(), await createIncident()];
  const [ana, jon] = [await createActor(), await createActor()];
  const tabId = uuidv7();
  await recordPresence(ana, incident.number, { tabId, ...place });
  await recordPresence(jon, incident.number, { tabId, ...place });
  await recordPresence(jon, incident.number, { tabId, ...place, gone: true });
  await recordPresence(jon, incident.number, { tabId: uuidv7(), runId: other.run.id, stepId: null });
  const people = async () => (await readLookers(incident.id)).map(({ personId }) => personId);
  expect(await people()).toEqual([ana.id]);
  // The twins: a tab that was given up, one's own run, one's own goodbye.
  await makeOld(tabId, 60);
  await recordPresence(jon, incident.number, { tabId, runId: incident.run.id, stepId: null });
  expect(await people()).toEqual([jon.id]);
  await recordPresence(jon, incident.number, { tabId, ...place, gone: true });
  expect(await people()).toEqual([]);
});

test("who is not known to the database is left out in silence; an unknown incident is not", async () => {
  const [incident, user] = [await createIncident(), await createUser()];
  const actor: Actor = { ...user, memberOf: [], editorOf: [] };
  await recordPresence({ ...actor, isStandIn: true }, incident.number, { tabId: uuidv7(), ...place });
  const visitor: Actor = { ...actor, id: uuidv7(), breakGlassUntil: new Date().toISOString() };
  await recordPresence(visitor, incident.number, { tabId: uuidv7(), ...place });
  expect(await readLookers(incident.id)).toEqual([]);
  await expect(
    recordPresence(actor, incident.number + 1_000, { tabId: uuidv7(), ...place }),
  ).rejects.toMatchObject({ code: "not-found" });
  await recordPresence(actor, incident.number, { tabId: uuidv7(), ...place });
  expect((await readLookers(incident.id)).map(({ personId }) => personId)).toEqual([actor.id]);
});

test("one person fills neither the table nor the list; another still gets in", async () => {
  const [incident, actor, other] = [await createIncident(), await createActor(), await createActor()];
  for (let count = 0; count < 30; count += 1)
    await recordPresence(actor, incident.number, { tabId: uuidv7(), ...place });
  await recordPresence(other, incident.number, { tabId: uuidv7(), ...place });
  expect((await readLookers(incident.id)).map(({ tabs }) => tabs).sort((a, b) => a - b)).toEqual([1, 24]);
});

test("a disabled person is not shown", async () => {
  const [incident, actor] = [await createIncident(), await createActor()];
  await recordPresence(actor, incident.number, { tabId: uuidv7(), ...place });
  expect(await readLookers(incident.id)).toHaveLength(1);
  await db().user.update({ where: { id: actor.id }, data: { disabledAt: new Date() } });
  expect(await readLookers(incident.id)).toEqual([]);
});

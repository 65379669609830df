import { afterAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { createIncident } from "@/lib/db/testing";
import { announcePresence, parseAnnouncement } from "./announce";
import { closeSubscriptions, subscribe, subscribePresence } from "./subscribe";
import { ring } from "./testing/ring";

afterAll(closeSubscriptions);

test("a subscriber is woken by its own incident at commit, and not by a rollback", async () => {
  const [own, other] = [await createIncident(), await createIncident()];
  const heard: (number | null)[] = [];
  const leave = subscribe(own.id, (seq) => heard.push(seq));
  // The first wake says that the connection stands.
  await expect.poll(() => heard).toEqual([null]);

  await db().$transaction((tx) => ring(tx, other.id, 7));
  await expect(
    db().$transaction(async (tx) => {
      await ring(tx, own.id, 8);
      throw new Error("rolled back");
    }),
  ).rejects.toThrow("rolled back");
  await db().$transaction((tx) => ring(tx, own.id, 9));
  await expect.poll(() => heard).toEqual([null, 9]);
  leave();
});

test("a killed connection comes back by itself and wakes everybody once", async () => {
  const incident = await createIncident();
  const heard: (number | null)[] = [];
  const leave = subscribe(incident.id, (seq) => heard.push(seq));
  await db().$queryRaw`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE application_name = 'runbook-portal listener' AND datname = current_database()`;
  await expect.poll(() => heard, { timeout: 5_000 }).toEqual([null]);
  await db().$transaction((tx) => ring(tx, incident.id, 3));
  await expect.poll(() => heard).toEqual([null, 3]);
  leave();
});

test("news of who is looking wakes those who asked for it, and events the others", async () => {
  const incident = await createIncident();
  const heard: (number | null)[] = [];
  let looked = 0;
  const leave = [
    subscribe(incident.id, (seq) => heard.push(seq)),
    subscribePresence(incident.id, () => {
      looked += 1;
    }),
  ];
  await db().$transaction((tx) => announcePresence(tx, incident.id));
  await expect.poll(() => looked).toBe(1);
  expect(heard).toEqual([]);
  await db().$transaction((tx) => ring(tx, incident.id, 3));
  await expect.poll(() => heard).toEqual([3]);
  expect(looked).toBe(1);
  for (const end of leave) end();
});

test("a payload that is not ours is left alone", () => {
  expect(parseAnnouncement("0190a000-0000-7000-8000-000000000000:12")?.seq).toBe(12);
  expect(parseAnnouncement("p:0190a000-0000-7000-8000-000000000000")).toEqual({
    incidentId: "0190a000-0000-7000-8000-000000000000",
    seq: null,
  });
  for (const payload of [
    "",
    "p:",
    "0190a000-0000-7000-8000-000000000000",
    "p:0190a000-0000-7000-8000-000000000000:12",
    "12",
    "0190a000-0000-7000-8000-000000000000:",
    "x:1",
    "0190a000-0000-7000-8000-000000000000:-1",
  ]) {
    expect(parseAnnouncement(payload)).toBeNull();
  }
});

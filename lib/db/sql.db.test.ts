import { expect, test, vi } from "vitest";
import { db } from "./client";
import { isLockConflict, isUnavailable, isUniqueViolation } from "./errors";
import { ask, inTransaction, sql } from "./sql";
import { createIncident } from "./testing";

const titleOf = async (id: string) => (await db().incident.findUniqueOrThrow({ where: { id } })).title;

test("a transaction is kept whole, and undone whole when its work throws", async () => {
  const { id, title } = await createIncident();
  const rename = (to: string) => sql`UPDATE incidents SET title = ${to} WHERE id = ${id}::uuid`;
  await expect(
    inTransaction(async (tx) => {
      await tx.$queryRaw(rename("Undone"));
      throw new Error("changed my mind");
    }),
  ).rejects.toThrow("changed my mind");
  expect(await titleOf(id)).toBe(title);
  await inTransaction((tx) => tx.$queryRaw(rename("Kept")));
  expect(await titleOf(id)).toBe("Kept");
});

test("a commit that Postgres makes a rollback of is never taken for one", async () => {
  const { id, title } = await createIncident();
  const work = inTransaction(async (tx) => {
    await tx.$queryRaw(sql`UPDATE incidents SET title = 'Lost' WHERE id = ${id}::uuid`);
    await tx.$queryRaw(sql`SELECT 1 / 0`).catch(() => undefined);
  });
  await expect(work).rejects.toThrow("rolled back");
  expect(await titleOf(id)).toBe(title);
});

test("a connection that dies within a transaction ends neither the process nor the pool", async () => {
  const work = inTransaction(async (tx) => {
    const [own] = await tx.$queryRaw<{ pid: number }[]>(sql`SELECT pg_backend_pid() AS pid`);
    await db().$queryRaw`SELECT pg_terminate_backend(${own?.pid}::int)`;
    const left = sql`SELECT pid FROM pg_stat_activity WHERE pid = ${own?.pid}::int`;
    await expect.poll(() => db().$queryRaw(left)).toEqual([]);
    await tx.$queryRaw(sql`SELECT 1`);
  });
  await expect(work).rejects.toSatisfy(isUnavailable);
  await expect.poll(() => ask(sql`SELECT 1 AS one`).catch(() => null)).toEqual([{ one: 1 }]);
});

test("a lock that somebody holds is told as a conflict, a taken id as taken", async () => {
  const { id } = await createIncident();
  const lock = sql`SELECT 1 FROM incidents WHERE id = ${id}::uuid FOR UPDATE`;
  await inTransaction(async (tx) => {
    await tx.$queryRaw(lock);
    await expect(inTransaction((other) => other.$queryRaw(lock))).rejects.toSatisfy(isLockConflict);
  });
  const again = sql`INSERT INTO incidents SELECT * FROM incidents WHERE id = ${id}::uuid`;
  await expect(ask(again)).rejects.toSatisfy(isUniqueViolation);
  await expect(ask(lock)).resolves.toHaveLength(1);
});

test("values never become part of a statement", async () => {
  const text = "'; DROP TABLE events; --";
  expect(await ask(sql`SELECT ${text}::text AS text`)).toEqual([{ text }]);
});

test("a transaction that takes too long is given up before its next statement", async () => {
  const { id, title } = await createIncident();
  const now = vi.spyOn(performance, "now");
  const work = inTransaction(async (tx) => {
    await tx.$queryRaw(sql`UPDATE incidents SET title = 'Late' WHERE id = ${id}::uuid`);
    now.mockReturnValue(performance.now() + 6_000);
  });
  await expect(work).rejects.toSatisfy(isUnavailable);
  now.mockRestore();
  expect(await titleOf(id)).toBe(title);
});

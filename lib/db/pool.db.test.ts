import { afterEach, beforeEach, expect, test } from "vitest";
import { startProxy } from "@/scripts/lib/proxy.mjs";
import { createClient, db } from "./client";
import { isUnavailable, isUnreachable } from "./errors";
import type { PrismaClient } from "./generated/client";
import { createUser } from "./testing";

const database = new URL(process.env.DATABASE_URL ?? "");
const targets = [Number(database.port)];
let proxy: Awaited<ReturnType<typeof startProxy>>;
let url: string;
let client: PrismaClient;

beforeEach(async () => {
  proxy = await startProxy({ targets });
  url = Object.assign(new URL(database), { host: `127.0.0.1:${proxy.port}` }).href;
  client = createClient(url, 4);
  await client.$queryRaw`SELECT 1`;
});

afterEach(async () => {
  await client.$disconnect();
  await proxy.stop();
});

async function timed(work: () => PromiseLike<unknown>): Promise<{ ms: number; error: unknown }> {
  const from = performance.now();
  const error = await work().then(
    () => null,
    (problem: unknown) => problem,
  );
  return { ms: performance.now() - from, error };
}

const ask = () => client.$queryRaw`SELECT 1`;
const untilItAnswers = () =>
  expect.poll(async () => (await timed(ask)).error, { timeout: 4_000, interval: 50 }).toBeNull();

test("a frozen database costs the first who asks less than five seconds, and the next ones nothing", async () => {
  proxy.set("freeze");
  const first = await timed(ask);
  expect(isUnavailable(first.error)).toBe(true);
  expect(first.ms).toBeLessThan(5_000);
  const next = await Promise.all(Array.from({ length: 50 }, () => timed(ask)));
  for (const { ms, error } of next) {
    expect(isUnavailable(error)).toBe(true);
    expect(ms).toBeLessThan(500);
  }
  proxy.set("pass");
  await untilItAnswers();
});

test("a database that is gone is found again by itself", async () => {
  await proxy.stop();
  expect(isUnreachable((await timed(ask)).error)).toBe(true);
  expect((await timed(() => client.$transaction((tx) => tx.user.count()))).ms).toBeLessThan(500);
  proxy = await startProxy({ port: proxy.port, targets });
  await untilItAnswers();
});

test("a transaction that froze is given up whole, and its connection serves nobody after it", async () => {
  const user = await createUser({ name: "Before" });
  const frozen = await timed(() =>
    client.$transaction(async (tx) => {
      await tx.user.update({ where: { id: user.id }, data: { name: "Half done" } });
      proxy.set("freeze");
      await tx.user.count();
    }),
  );
  expect(isUnavailable(frozen.error)).toBe(true);
  expect(frozen.ms).toBeLessThan(5_000);
  proxy.set("pass");
  await untilItAnswers();
  const wanted = Array.from({ length: 8 }, (_, index) => ({
    slug: `after-${index}`,
    name: `After ${index}`,
  }));
  await Promise.all(wanted.map((data) => client.squad.create({ data })));
  expect(await db().squad.count({ where: { slug: { startsWith: "after-" } } })).toBe(8);
  expect((await db().user.findUniqueOrThrow({ where: { id: user.id } })).name).toBe("Before");
});

test("a wrong password counts as away", async () => {
  const stranger = createClient(Object.assign(new URL(url), { password: "wrong" }).href);
  const { error } = await timed(() => stranger.$queryRaw`SELECT 1`);
  expect(isUnreachable(error)).toBe(true);
  await stranger.$disconnect();
});

test("a database that only lets itself be read is asked on, and refuses writes for the moment", async () => {
  const name = new URL(process.env.DATABASE_URL ?? "").pathname.slice(1);
  await db().$executeRawUnsafe(`ALTER DATABASE ${name} SET default_transaction_read_only = on`);
  const reader = createClient(process.env.DATABASE_URL ?? "");
  try {
    const written = await timed(() => reader.squad.create({ data: { slug: "refused", name: "Refused" } }));
    expect(isUnavailable(written.error)).toBe(true);
    expect(isUnreachable(written.error)).toBe(false);
    expect(await reader.squad.count({ where: { slug: "refused" } })).toBe(0);
  } finally {
    await reader.$disconnect();
    await db().$executeRawUnsafe(`ALTER DATABASE ${name} RESET default_transaction_read_only`);
  }
});

test.each([
  ["25006", true, false],
  ["53100", true, false],
  ["53300", true, false],
  ["57014", true, false],
  ["57P03", true, true],
  ["28P01", true, true],
  ["08006", true, true],
  ["ECONNREFUSED", true, true],
  // What the pool of another copy of the module throws is of no class that this one knows.
  ["DATABASE_AWAY", true, true],
  ["23505", false, false],
  ["42703", false, false],
])("the code %s: unavailable %s, unreachable %s", (code, unavailable, unreachable) => {
  const error = Object.assign(new Error("from the server"), { code });
  expect([isUnavailable(error), isUnreachable(error)]).toEqual([unavailable, unreachable]);
});

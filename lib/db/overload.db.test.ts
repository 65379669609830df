import { afterEach, beforeEach, expect, test } from "vitest";
import { createClient } from "./client";
import { DatabaseAwayError, isBusy, isUnavailable, isUnreachable } from "./errors";
import type { PrismaClient } from "./generated/client";

let client: PrismaClient;

beforeEach(async () => {
  client = createClient(process.env.DATABASE_URL ?? "", 2);
  await client.$queryRaw`SELECT 1`;
});

afterEach(() => client.$disconnect());

const sleep = (seconds: number) => client.$queryRaw`SELECT pg_sleep(${seconds})::text`;

async function outcomes(asked: PromiseLike<unknown>[]): Promise<{ answers: number; errors: unknown[] }> {
  const settled = await Promise.allSettled(asked);
  const errors = settled.flatMap((one) => (one.status === "rejected" ? [one.reason as unknown] : []));
  return { answers: settled.length - errors.length, errors };
}

const isNotAsked = (error: unknown) => {
  for (let part = error; part instanceof Error; part = part.cause) {
    if (part instanceof DatabaseAwayError) return true;
  }
  return String(error).includes("it was not asked");
};

/**
 * Nothing else of this process runs meanwhile, as in a burst of rendering. Before timers come up, so that those which
 * are over then run before any answer is read.
 */
async function block(ms: number): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  const until = performance.now() + ms;
  while (performance.now() < until);
}

test("a crowd that waits for a free connection takes nothing from those who come after it", async () => {
  const crowd = outcomes([
    ...Array.from({ length: 40 }, () => sleep(0.25)),
    client.user.count(),
    client.$transaction((tx) => tx.user.count()),
  ]);
  // Those at the end of the queue give up; that moment is when a breaker would have opened.
  const { answers, errors } = await crowd;
  expect(answers).toBeGreaterThan(8);
  expect(errors.length).toBeGreaterThan(8);
  for (const error of errors) {
    expect([isUnavailable(error), isBusy(error), isUnreachable(error), isNotAsked(error)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  }
  expect((await outcomes([sleep(0), sleep(0)])).errors).toEqual([]);
});

test("while one crowd waits, who finds a free connection in time is answered", async () => {
  const crowd = outcomes(Array.from({ length: 30 }, () => sleep(0.25)));
  const late: Promise<unknown>[] = [];
  for (let turn = 0; turn < 8; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    late.push(Promise.resolve(sleep(0)).catch((error: unknown) => error));
  }
  await crowd;
  expect((await Promise.all(late)).filter(isNotAsked)).toEqual([]);
});

test("a process that was busy for seconds takes the answers that lie there, and does not call them missing", async () => {
  const asked = outcomes([sleep(0.3), sleep(0.3)]);
  // Written to the sockets before the loop is held.
  await new Promise((resolve) => setTimeout(resolve, 100));
  await block(3_200);
  expect(await asked).toEqual({ answers: 2, errors: [] });
});

test("a process that was busy while it waited for a free connection goes on waiting", async () => {
  const asked = outcomes(Array.from({ length: 6 }, () => sleep(0.2)));
  await new Promise((resolve) => setTimeout(resolve, 100));
  await block(3_200);
  expect(await asked).toEqual({ answers: 6, errors: [] });
});

test("a process that was busy while it connected is let in", async () => {
  const fresh = createClient(process.env.DATABASE_URL ?? "", 4);
  const asked = outcomes([1, 2, 3, 4].map(() => fresh.$queryRaw`SELECT 1`));
  await block(2_500);
  expect(await asked).toEqual({ answers: 4, errors: [] });
  await fresh.$disconnect();
});

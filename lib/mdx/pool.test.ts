import { Worker } from "node:worker_threads";
import { afterEach, expect, test, vi } from "vitest";
import { type PoolOptions, WorkerPool } from "./pool";

const WORKER = `
  import { parentPort, threadId } from "node:worker_threads";
  parentPort.on("message", ({ say, spin, die, fail }) => {
    if (die) process.exit(1);
    if (fail) return parentPort.postMessage({ error: "broken" });
    while (spin) {}
    parentPort.postMessage({ result: { say, threadId, env: Object.keys(process.env) } });
  });
  parentPort.postMessage({ ready: true });
`;

type Job = { say?: string; spin?: boolean; die?: boolean; fail?: boolean };
type Answer = { say: string; threadId: number; env: string[] };

const pools: WorkerPool<Job, Answer>[] = [];

function newPool(options: Partial<PoolOptions> = {}): WorkerPool<Job, Answer> {
  const file = new URL(`data:text/javascript,${encodeURIComponent(WORKER)}`);
  const pool = new WorkerPool<Job, Answer>({
    file,
    size: 1,
    deadlineMs: 300,
    startMs: 10_000,
    queue: 2,
    worker: { env: {} },
    ...options,
  });
  pools.push(pool);
  return pool;
}

afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

test("one warm worker answers one job after the other, with nothing in its environment", async () => {
  const pool = newPool();
  const [one, two] = await Promise.all([pool.run({ say: "a" }), pool.run({ say: "b" })]);
  expect([one.say, two.say]).toEqual(["a", "b"]);
  expect(one.threadId).toBe(two.threadId);
  expect(one.env).toEqual([]);
});

test("a job over its deadline is ended, and the next one is answered by a new worker", async () => {
  const pool = newPool();
  const { threadId } = await pool.run({ say: "before" });
  await expect(pool.run({ spin: true })).rejects.toMatchObject({ reason: "timeout" });
  const after = await pool.run({ say: "after" });
  expect(after.say).toBe("after");
  expect(after.threadId).not.toBe(threadId);
});

test("a worker that dies fails its own job only", async () => {
  const pool = newPool();
  const [died, lived] = await Promise.allSettled([pool.run({ die: true }), pool.run({ say: "x" })]);
  expect(died).toMatchObject({ status: "rejected", reason: { reason: "crash" } });
  expect(lived).toMatchObject({ status: "fulfilled", value: { say: "x" } });
});

test("a worker that says it is broken is replaced", async () => {
  const pool = newPool();
  const { threadId } = await pool.run({ say: "before" });
  await expect(pool.run({ fail: true })).rejects.toMatchObject({
    reason: "crash",
    cause: new Error("broken"),
  });
  expect((await pool.run({ say: "after" })).threadId).not.toBe(threadId);
});

test("heavy jobs leave a worker to the others", async () => {
  const pool = newPool({ size: 2, queue: 8, deadlineMs: 1_500 });
  pool.warm();
  await Promise.all([pool.run({ say: "a" }), pool.run({ say: "b" })]);
  const ended: string[] = [];
  const heavy = [1, 2, 3].map(() =>
    pool.run({ spin: true }, { isHeavy: true }).catch(({ reason }) => ended.push(reason)),
  );
  const light = await pool.run({ say: "light" });
  expect([light.say, ended]).toEqual(["light", []]);
  await Promise.all(heavy);
  expect(ended).toEqual(["timeout", "timeout", "timeout"]);
});

test("a single worker takes heavy jobs too", async () => {
  const pool = newPool();
  expect((await pool.run({ say: "a" }, { isHeavy: true })).say).toBe("a");
});

test("the queue is bounded, and has room again afterwards", async () => {
  const pool = newPool();
  await pool.run({ say: "warm" });
  const jobs = ["a", "b", "c", "d"].map((say) => pool.run({ say }));
  const settled = await Promise.allSettled(jobs);
  expect(settled.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "fulfilled", "rejected"]);
  expect((await pool.run({ say: "e" })).say).toBe("e");
});

test("a worker that cannot start fails what waits for it instead of trying for ever", async () => {
  const pool = newPool({ file: "/no/such/worker.mjs" });
  await expect(pool.run({ say: "x" })).rejects.toMatchObject({ reason: "start" });
});

test("a worker that becomes ready while the pool closes still keeps the process until it has ended", async () => {
  const pool = newPool();
  pool.warm();
  // The worker starts meanwhile, and its message waits for this thread.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
  const letGo = vi.spyOn(Worker.prototype, "unref");
  await pool.close();
  expect(letGo).not.toHaveBeenCalled();
});

import { Worker, type WorkerOptions } from "node:worker_threads";

export type PoolFailureReason = "timeout" | "crash" | "busy" | "start";

/** Why a worker gave no answer. None of these says anything lasting about the text. */
export class PoolFailure extends Error {
  readonly reason: PoolFailureReason;

  constructor(reason: PoolFailureReason, options?: { cause: unknown }) {
    super(`The compile worker gave no answer: ${reason}.`, options);
    this.name = "PoolFailure";
    this.reason = reason;
  }
}

export type PoolOptions = {
  file: string | URL;
  size: number;
  /** Working time of one job; a machine that is busy elsewhere may stretch it to four times as long by the clock. */
  deadlineMs: number;
  startMs: number;
  queue: number;
  worker?: WorkerOptions;
};

type Job = {
  payload: object;
  isHeavy: boolean;
  resolve: (result: unknown) => void;
  reject: (failure: PoolFailure) => void;
};

type Slot = {
  worker: Worker;
  state: "starting" | "idle" | "busy";
  job: Job | null;
  timer: NodeJS.Timeout | null;
};

type Answer = { ready?: true; result?: unknown; error?: string };

/**
 * Warm worker threads with a deadline. A worker that is over it is ended and replaced: nothing else stops a parser in
 * the middle of its work. The clock runs from the moment a ready worker takes the job, not while modules load.
 */
export class WorkerPool<Payload extends object, Result> {
  private readonly options: PoolOptions;
  private readonly slots = new Set<Slot>();
  private readonly waiting: Job[] = [];
  private isClosed = false;

  constructor(options: PoolOptions) {
    this.options = options;
  }

  /**
   * Gives a job to the next free worker. Heavy jobs leave one worker to the others, so that nobody's long text holds up
   * everybody's short ones. Rejects with a PoolFailure.
   */
  run(payload: Payload, { isHeavy = false }: { isHeavy?: boolean } = {}): Promise<Result> {
    if (this.isClosed) return Promise.reject(new PoolFailure("start"));
    if (this.waiting.length >= this.options.queue) return Promise.reject(new PoolFailure("busy"));
    return new Promise<Result>((resolve, reject) => {
      this.waiting.push({ payload, isHeavy, resolve: (result) => resolve(result as Result), reject });
      this.pump();
    });
  }

  /** Starts the workers, so that no text waits for modules. */
  warm(): void {
    while (!this.isClosed && this.slots.size < this.options.size && this.start());
  }

  async close(): Promise<void> {
    this.isClosed = true;
    for (const job of this.waiting.splice(0)) job.reject(new PoolFailure("start"));
    await Promise.all([...this.slots].map((slot) => slot.worker.terminate()));
  }

  private pump(): void {
    // A worker that becomes ready while it is ended must not be let go of: nothing else may keep the process waiting.
    if (this.isClosed) return;
    for (const slot of this.slots) {
      if (slot.state !== "idle") continue;
      const job = this.nextJob();
      if (!job) break;
      this.give(slot, job);
    }
    const starting = [...this.slots].filter((slot) => slot.state === "starting").length;
    if (this.waiting.length > starting && this.slots.size < this.options.size) this.start();
    // A process with nothing to compile may end; one that waits for an answer may not.
    for (const slot of this.slots) {
      if (slot.state === "idle" || (slot.state === "starting" && this.waiting.length === 0))
        slot.worker.unref();
      else slot.worker.ref();
    }
  }

  private nextJob(): Job | undefined {
    const heavy = [...this.slots].filter((slot) => slot.job?.isHeavy).length;
    const mayBeHeavy = heavy < Math.max(1, this.options.size - 1);
    const index = this.waiting.findIndex((job) => mayBeHeavy || !job.isHeavy);
    return index < 0 ? undefined : this.waiting.splice(index, 1)[0];
  }

  private give(slot: Slot, job: Job): void {
    slot.state = "busy";
    slot.job = job;
    this.watch(slot, performance.now(), cpuMs(), this.options.deadlineMs);
    slot.worker.postMessage(job.payload);
  }

  /** Ends a job that had its time. One that was starved of it by other programs gets a little more. */
  private watch(slot: Slot, startedAt: number, cpuAtStart: number, waitMs: number): void {
    slot.timer = setTimeout(() => {
      const { deadlineMs } = this.options;
      const isStarved = cpuMs() - cpuAtStart < deadlineMs * 0.8;
      if (isStarved && performance.now() - startedAt < deadlineMs * 4) {
        this.watch(slot, startedAt, cpuAtStart, deadlineMs / 8);
      } else {
        this.end(slot, new PoolFailure("timeout"));
      }
    }, waitMs);
  }

  /** False when there can be no worker. */
  private start(): boolean {
    let worker: Worker;
    try {
      worker = new Worker(this.options.file, this.options.worker);
    } catch (error) {
      this.failWaiting(error);
      return false;
    }
    const slot: Slot = { worker, state: "starting", job: null, timer: null };
    this.slots.add(slot);
    slot.timer = setTimeout(() => this.end(slot, new PoolFailure("start")), this.options.startMs);
    slot.timer.unref();
    worker.unref();
    worker.on("message", (answer: Answer) => this.hear(slot, answer));
    worker.on("error", (error) => this.end(slot, new PoolFailure("crash", { cause: error })));
    worker.on("exit", () => this.end(slot, new PoolFailure("crash")));
    return true;
  }

  private hear(slot: Slot, answer: Answer): void {
    if (!this.slots.has(slot)) return;
    if (answer.error !== undefined) {
      // Not the text's fault: something in the worker is broken, and would be for the next text too.
      this.end(slot, new PoolFailure("crash", { cause: new Error(answer.error) }));
      return;
    }
    if (slot.timer) clearTimeout(slot.timer);
    slot.timer = null;
    const { job } = slot;
    slot.job = null;
    slot.state = "idle";
    job?.resolve(answer.result);
    this.pump();
  }

  /** Takes a worker out of service; its job fails, and another worker takes its place. */
  private end(slot: Slot, failure: PoolFailure): void {
    if (!this.slots.delete(slot)) return;
    if (slot.timer) clearTimeout(slot.timer);
    void slot.worker.terminate();
    if (slot.state === "starting") {
      // It would fail again at once: the next call tries anew.
      this.failWaiting(failure);
      return;
    }
    slot.job?.reject(failure);
    if (this.isClosed) return;
    this.pump();
    this.warm();
  }

  private failWaiting(cause: unknown): void {
    if (this.slots.size > 0) return;
    for (const job of this.waiting.splice(0)) job.reject(new PoolFailure("start", { cause }));
  }
}

/** Processor time that this process has used, all threads together. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

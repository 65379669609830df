import "server-only";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { db } from "@/lib/db/client";
import { listenerState } from "@/lib/events/subscribe";
import { checkCompiler } from "@/lib/mdx/check-compiler";
import { snapshotState } from "@/lib/snapshot/snapshot-state";

export type Part = { status: "ok" | "failed"; detail: string };

/**
 * `ok`: everything is well. `degraded`: runbooks can be read, but a part is not well; `parts` names it.
 * `down`: not even reading works.
 */
export type Readiness = {
  status: "ok" | "degraded" | "down";
  canRead: boolean;
  parts: { database: Part; migrations: Part; compiler: Part; listener: Part; content: Part; snapshot: Part };
};

/** What the feature of the runbooks knows of itself. */
export type ContentState = {
  copy: { runbooks: number; checkedAt: Date; isFromDisk: boolean } | null;
  importedAt: Date | null;
};

const databaseDeadline = 1_000;
/** Anybody may ask, so that nobody can keep the workers and the database busy by asking. */
const keptMs = 1_000;

const shared = globalThis as { portalProbe?: { at: number; parts: Promise<Probed> } };

type Probed = Pick<Readiness["parts"], "database" | "migrations" | "compiler">;

/** Asks every part how it is. Never throws, and takes no longer than a few seconds whatever is dead. */
export async function checkReadiness(content: ContentState): Promise<Readiness> {
  if (!shared.portalProbe || Date.now() - shared.portalProbe.at > keptMs) {
    shared.portalProbe = { at: Date.now(), parts: probe() };
  }
  const probed = await shared.portalProbe.parts;
  const parts = {
    ...probed,
    listener: listenerPart(),
    content: contentPart(content),
    snapshot: snapshotPart(),
  };
  const isDatabaseUp = parts.database.status === "ok" && parts.migrations.status === "ok";
  const canRead = isDatabaseUp || (content.copy?.runbooks ?? 0) > 0;
  const isAllWell = Object.values(parts).every((part) => part.status === "ok");
  return { status: canRead ? (isAllWell ? "ok" : "degraded") : "down", canRead, parts };
}

async function probe(): Promise<Probed> {
  const [[database, migrations], problem] = await Promise.all([probeDatabase(), checkCompiler()]);
  return { database, migrations, compiler: problem ? failed(problem) : ok("compiles") };
}

async function probeDatabase(): Promise<[Part, Part]> {
  const unknown = failed("unknown while the database does not answer");
  try {
    await inTime(db().$queryRaw`SELECT 1`);
  } catch {
    return [failed("does not answer within a second"), unknown];
  }
  return [ok("answers"), await probeMigrations()];
}

async function probeMigrations(): Promise<Part> {
  try {
    const folder = path.join(/* turbopackIgnore: true */ process.cwd(), "prisma", "migrations");
    const entries = await readdir(folder, { withFileTypes: true });
    const newest = entries
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .sort()
      .at(-1);
    const [row] = await inTime(db().$queryRaw<{ migration_name: string }[]>`
      SELECT migration_name FROM _prisma_migrations
      WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL
      ORDER BY migration_name DESC LIMIT 1`);
    const applied = row?.migration_name ?? "none";
    return applied === newest
      ? ok(applied)
      : failed(`the newest is ${newest ?? "none"}, the database has ${applied}`);
  } catch {
    return failed("the table of migrations cannot be read");
  }
}

function listenerPart(): Part {
  const state = listenerState();
  if (state === "idle") return ok("idle: nobody watches an incident");
  return state === "connected"
    ? ok(state)
    : failed("connecting: ticks of others arrive by polling meanwhile");
}

function contentPart({ copy, importedAt }: ContentState): Part {
  const from = copy?.isFromDisk ? `, read from the snapshot of ${copy.checkedAt.toISOString()}` : "";
  const held = `${copy?.runbooks ?? 0} runbooks in memory${from}`;
  return importedAt ? ok(held) : failed(`not imported since the start; ${held}`);
}

function snapshotPart(): Part {
  const { failure, writtenAt } = snapshotState();
  if (failure) {
    return failed(`cannot be written (${failure}): a start without the database would have nothing to show`);
  }
  return ok(writtenAt ? `written at ${writtenAt.toISOString()}` : "nothing written since the start");
}

const ok = (detail: string): Part => ({ status: "ok", detail });
const failed = (detail: string): Part => ({ status: "failed", detail });

async function inTime<T>(work: PromiseLike<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("late")), databaseDeadline);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

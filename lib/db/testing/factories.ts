import { createHash } from "node:crypto";
import { uuidv7 } from "uuidv7";
import { db, type Tx } from "@/lib/db/client";
import type {
  Event,
  Incident,
  Membership,
  Revision,
  Run,
  Runbook,
  Squad,
  User,
} from "@/lib/db/generated/client";
import type { Actor, Role } from "@/lib/domain/actor";
import type { EventKind } from "@/lib/domain/incident-event";

// Each factory builds a valid whole in the database and takes overrides. Names are unique in a process.

let count = 0;
const next = () => ++count;

export async function createUser(overrides: Partial<User> = {}): Promise<User> {
  const n = next();
  return db().user.create({
    data: { email: `person-${n}@example.com`, name: `Person ${n}`, role: "responder", ...overrides },
  });
}

export async function createSquad(overrides: Partial<Squad> = {}): Promise<Squad> {
  const n = next();
  return db().squad.create({ data: { slug: `squad-${n}`, name: `Squad ${n}`, ...overrides } });
}

export async function createMembership(
  member: Pick<Membership, "userId" | "squadId"> & Partial<Membership>,
): Promise<Membership> {
  return db().membership.create({ data: { isEditor: false, ...member } });
}

/** A person with squads, as the request would load them. An editor of squads is also a member of them. */
export async function createActor(
  options: { role?: Role; memberOf?: string[]; editorOf?: string[]; user?: Partial<User> } = {},
): Promise<Actor> {
  const { role = "responder", editorOf = [], user: overrides = {} } = options;
  const user = await createUser({ role, ...overrides });
  const memberOf = [...new Set([...(options.memberOf ?? []), ...editorOf])];
  for (const squadId of memberOf) {
    await createMembership({ userId: user.id, squadId, isEditor: editorOf.includes(squadId) });
  }
  return { id: user.id, name: user.name, email: user.email, role: user.role, memberOf, editorOf };
}

type RevisionText = { source?: string; format?: "md" | "mdx"; message?: string; authorId?: string | null };

/** A runbook with its first revision. */
export async function createRunbook(
  overrides: Partial<Runbook> & RevisionText = {},
): Promise<Runbook & { revision: Revision }> {
  const n = next();
  const { source, format, message, authorId, ...own } = overrides;
  const title = own.title ?? `Runbook ${n}`;
  return db().$transaction(async (tx) => {
    const created = await tx.runbook.create({
      data: { slug: `runbook-${n}`, title, ...own, currentRevision: 0 },
    });
    return appendRevision(tx, created, {
      source: source ?? `# ${title}\n\n- [ ] Look\n`,
      format,
      message,
      authorId,
    });
  });
}

/** The next revision of a runbook. */
export async function createRevision(
  runbook: Pick<Runbook, "id">,
  text: RevisionText = {},
): Promise<Runbook & { revision: Revision }> {
  return db().$transaction(async (tx) => {
    const current = await tx.runbook.findUniqueOrThrow({ where: { id: runbook.id } });
    return appendRevision(tx, current, text);
  });
}

type LooseText = { [K in keyof RevisionText]?: RevisionText[K] | undefined };

async function appendRevision(tx: Tx, runbook: Runbook, text: LooseText) {
  const number = runbook.currentRevision + 1;
  const source = text.source ?? `# ${runbook.title}\n\n- [ ] Look, revision ${number}\n`;
  const revision = await tx.revision.create({
    data: {
      runbookId: runbook.id,
      number,
      parentNumber: number > 1 ? number - 1 : null,
      format: text.format ?? "md",
      source,
      sha256: createHash("sha256").update(source).digest("hex"),
      title: runbook.title,
      message: text.message ?? "Written by a test",
      origin: text.authorId ? "portal" : "import",
      authorId: text.authorId ?? null,
    },
  });
  const updated = await tx.runbook.update({ where: { id: runbook.id }, data: { currentRevision: number } });
  return { ...updated, revision };
}

/** An open incident with one run of a runbook (made when none is given) and the two events that begin it. */
export async function createIncident(
  overrides: Partial<Incident> & {
    runbook?: Runbook & { revision: Revision };
    openedBy?: { id: string; name: string };
  } = {},
): Promise<Incident & { run: Run; runbook: Runbook & { revision: Revision } }> {
  const { runbook: given, openedBy: person, ...own } = overrides;
  const runbook = given ?? (await createRunbook());
  const openedBy = person ?? (await createUser());
  const opened = await db().$transaction(async (tx) => {
    const incident = await tx.incident.create({
      data: {
        title: "Checkout is slow",
        severity: "SEV2",
        runbookId: runbook.id,
        openedById: openedBy.id,
        ...own,
      },
    });
    const run = await tx.run.create({ data: { incidentId: incident.id, revisionId: runbook.revision.id } });
    return { incident, run };
  });
  const { title, severity, isDrill } = opened.incident;
  await createEvent(
    opened.incident,
    { kind: "incident.opened", data: { title, severity, isDrill } },
    openedBy,
  );
  const data = { runbookSlug: runbook.slug, revision: runbook.revision.number, title: runbook.title };
  await createEvent(opened.incident, { kind: "run.started", runId: opened.run.id, data }, openedBy);
  const incident = await db().incident.findUniqueOrThrow({ where: { id: opened.incident.id } });
  return { ...incident, run: opened.run, runbook };
}

type NewEvent = {
  id?: string;
  kind: EventKind;
  runId?: string;
  stepId?: string;
  data?: Record<string, string | number | boolean | null>;
  occurredAt?: Date;
};

/** Appends one event with the next sequence number. */
export async function createEvent(
  incident: Pick<Incident, "id">,
  event: NewEvent,
  actor?: { id: string; name: string },
): Promise<Event> {
  return db().$transaction(async (tx) => {
    const { lastSeq: seq } = await tx.incident.update({
      where: { id: incident.id },
      data: { lastSeq: { increment: 1 } },
    });
    return tx.event.create({
      data: {
        id: event.id ?? uuidv7(),
        incidentId: incident.id,
        seq,
        kind: event.kind,
        runId: event.runId ?? null,
        stepId: event.stepId ?? null,
        data: event.data ?? {},
        actorId: actor?.id ?? null,
        actorName: actor?.name ?? "The portal",
        occurredAt: event.occurredAt ?? new Date(),
      },
    });
  });
}

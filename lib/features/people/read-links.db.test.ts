import { encode } from "next-auth/jwt";
import { beforeEach, expect, test, vi } from "vitest";
import { breakGlassReader, readPass } from "@/lib/access/break-glass";
import { can } from "@/lib/access/policy";
import { createClient, db } from "@/lib/db/client";
import { createActor } from "@/lib/db/testing";
import { roles } from "@/lib/domain/actor";
import { createReadLink, createReadLinkSchema } from "./create-read-link";
import { enterByReadLink, findReadLink } from "./enter-by-read-link";
import { listAudit } from "./list-audit";
import { listReadLinks } from "./list-read-links";
import { revokeReadLink } from "./revoke-read-link";

const jar = vi.hoisted(() => new Map<string, string>());
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined) }),
}));

const input = { reason: "The identity provider is down", hours: 8 };
const tokenOf = (path: string) => path.split("/").at(-1) ?? "";
const secret = "a-secret-for-tests-that-is-long-enough";

beforeEach(() => {
  jar.clear();
  vi.stubEnv("NEXTAUTH_SECRET", secret);
});

test.each(roles)("a %s makes, lists and revokes links only as admin", async (role) => {
  const actor = await createActor({ role });
  const { id } = await createReadLink(await createActor({ role: "admin" }), input);
  const attempts = [
    () => createReadLink(actor, input),
    () => listReadLinks(actor),
    () => revokeReadLink(actor, id),
  ];
  for (const attempt of attempts) {
    if (role === "admin") await expect(attempt()).resolves.not.toThrow();
    else await expect(attempt()).rejects.toMatchObject({ code: "forbidden" });
  }
});

test("a link lasts 1 to 72 hours and says why", () => {
  const isTaken = (fields: object) => createReadLinkSchema.safeParse({ ...input, ...fields }).success;
  expect([1, 72, "8"].map((hours) => isTaken({ hours }))).toEqual([true, true, true]);
  expect([0, 73, 1.5, "", "soon"].map((hours) => isTaken({ hours }))).toEqual(Array(5).fill(false));
  expect(isTaken({ reason: "  " })).toBe(false);
  expect(isTaken({ role: "admin" })).toBe(false);
});

test("the token itself is nowhere in the database, and its hash leads nowhere", async () => {
  const admin = await createActor({ role: "admin" });
  const { id, link } = await createReadLink(admin, input);
  const row = await db().readLink.findUniqueOrThrow({ where: { id } });
  const kept = JSON.stringify([row, await listAudit(admin), await listReadLinks(admin)]);
  expect(kept).not.toContain(tokenOf(link));
  expect(await findReadLink(row.tokenHash)).toEqual({ state: "over" });
  expect(await findReadLink(tokenOf(link))).toEqual({ state: "open", until: row.expiresAt.toISOString() });
});

test("whoever enters reads until the link's end and may do nothing else", async () => {
  const { link } = await createReadLink(await createActor({ role: "admin" }), input);
  const pass = await enterByReadLink(tokenOf(link), null);
  const visitor = await breakGlassReader(pass);
  expect(visitor).toMatchObject({ role: "reader", breakGlassUntil: pass.until });
  expect(await db().user.count({ where: { id: pass.visitId } })).toBe(0);
  if (!visitor) throw new Error("the visitor was not let in");
  expect(can(visitor, "runbook.read")).toBe(true);
  expect(can(visitor, "event.append")).toBe(false);
});

test("a revoked or expired link ends at once, also for a browser that is in; an unknown one opens nothing", async () => {
  const admin = await createActor({ role: "admin" });
  const revoked = await createReadLink(admin, input);
  const expired = await createReadLink(admin, input);
  const links = [revoked, expired];
  const passes = [];
  for (const { link } of links) passes.push(await enterByReadLink(tokenOf(link), null));
  for (const pass of passes) expect(await breakGlassReader(pass)).not.toBeNull();

  await revokeReadLink(admin, revoked.id);
  await revokeReadLink(admin, revoked.id);
  await db().readLink.update({ where: { id: expired.id }, data: { expiresAt: new Date(Date.now() - 1) } });
  for (const pass of passes) expect(await breakGlassReader(pass)).toBeNull();
  for (const token of [...links.map(({ link }) => tokenOf(link)), "unknown", ""]) {
    expect(await findReadLink(token)).toEqual({ state: "over" });
    await expect(enterByReadLink(token, null)).rejects.toMatchObject({ code: "not-found" });
  }
  expect((await listReadLinks(admin)).filter(({ id }) => links.some((link) => link.id === id))).toEqual([
    expect.objectContaining({ id: expired.id, state: "expired" }),
    expect.objectContaining({ id: revoked.id, state: "revoked" }),
  ]);
  await expect(revokeReadLink(admin, "0193a000-0000-7000-8000-0000000000ff")).rejects.toMatchObject({
    code: "not-found",
  });
});

test("creation, revocation and the first use of each browser stand in the audit record", async () => {
  const admin = await createActor({ role: "admin" });
  const { id, link } = await createReadLink(admin, input);
  const first = await enterByReadLink(tokenOf(link), null);
  expect(await enterByReadLink(tokenOf(link), first)).toEqual(first);
  const second = await enterByReadLink(tokenOf(link), null);
  expect(second.visitId).not.toBe(first.visitId);
  await revokeReadLink(admin, id);
  await revokeReadLink(admin, id);
  const lines = (await listAudit(admin)).filter(({ target }) => target === id);
  expect(lines.map(({ action, actorName }) => [action, actorName]).reverse()).toEqual([
    ["read-link.created", admin.name],
    ["read-link.used", "Break-glass reader"],
    ["read-link.used", "Break-glass reader"],
    ["read-link.revoked", admin.name],
  ]);
});

test("a cookie counts only with our signature, the key of passes, and before its end", async () => {
  const pass = {
    linkId: "0193a000-0000-7000-8000-000000000001",
    visitId: "0193a000-0000-7000-8000-000000000002",
    until: new Date(Date.now() + 3_600_000).toISOString(),
  };
  const read = async (token: object, key: { secret?: string; salt?: string } = {}) => {
    jar.set("portal-break-glass", await encode({ token: { ...token }, secret, salt: "break-glass", ...key }));
    return readPass();
  };
  expect(await read({ pass })).toEqual(pass);
  expect(await read({ pass }, { salt: "" })).toBeNull();
  expect(await read({ pass }, { secret: "another-secret-that-is-long-enough-too" })).toBeNull();
  expect(await read({ pass: { ...pass, until: new Date(Date.now() - 1).toISOString() } })).toBeNull();
  expect(await read({ pass: { linkId: pass.linkId } })).toBeNull();
  jar.set("portal-break-glass", "made-up");
  expect(await readPass()).toBeNull();
});

test("while the database is away a pass counts by its signature, for reading, up to its end", async () => {
  const { link } = await createReadLink(await createActor({ role: "admin" }), input);
  const pass = await enterByReadLink(tokenOf(link), null);
  const shared = globalThis as { portalDb?: unknown };
  const alive = shared.portalDb;
  // Nobody listens on port 1: the driver meets a real refusal.
  const dead = createClient("postgresql://nobody:nothing@127.0.0.1:1/none");
  shared.portalDb = dead;
  try {
    expect(await breakGlassReader(pass)).toMatchObject({ isStandIn: true, breakGlassUntil: pass.until });
    expect(await breakGlassReader({ ...pass, until: new Date(Date.now() - 1).toISOString() })).toBeNull();
    expect(await findReadLink(tokenOf(link))).toEqual({ state: "unknown" });
  } finally {
    shared.portalDb = alive;
    await dead.$disconnect();
  }
});

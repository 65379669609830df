import { beforeEach, expect, test } from "vitest";
import { findSignInLink } from "@/lib/access/one-time-link";
import { signInWithPassword } from "@/lib/access/sign-in";
import { db } from "@/lib/db/client";
import { createActor } from "@/lib/db/testing";
import { roles } from "@/lib/domain/actor";
import { acceptLink } from "./accept-link";
import { changePerson } from "./change-person";
import { createFirstAdminLink } from "./first-admin";
import { createPasswordLink, invitePerson } from "./invite-person";
import { listAudit } from "./list-audit";
import { listPeople } from "./list-people";

const password = "correct horse battery";
const tokenOf = (path: string | null) => path?.split("/").at(-1) ?? "";

beforeEach(async () => {
  await db().membership.deleteMany();
  await db().user.deleteMany();
});

test("the first start gives one link, which makes one admin and then no more", async () => {
  const earlier = tokenOf(await createFirstAdminLink());
  const token = tokenOf(await createFirstAdminLink());
  expect(await findSignInLink(earlier)).toBeNull();
  expect(await findSignInLink(token)).toMatchObject({ purpose: "first-admin" });

  const input = { token, name: "Ana", email: "ana@example.com", password };
  const both = await Promise.allSettled([
    acceptLink(input),
    acceptLink({ ...input, email: "eve@example.com" }),
  ]);
  expect(both.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await db().user.count({ where: { role: "admin" } })).toBe(1);
  expect(await createFirstAdminLink()).toBeNull();
  await expect(acceptLink(input)).rejects.toMatchObject({ code: "not-found" });
});

test("a link past its time is refused", async () => {
  const token = tokenOf(await createFirstAdminLink());
  await db().signInLink.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } });
  expect(await findSignInLink(token)).toBeNull();
  await expect(acceptLink({ token, name: "Ana", email: "ana@example.com", password })).rejects.toMatchObject({
    code: "not-found",
  });
});

test("the token itself is nowhere in the database", async () => {
  const token = tokenOf(await createFirstAdminLink());
  expect(JSON.stringify(await db().signInLink.findMany())).not.toContain(token);
});

test("an invited person sets a password and signs in with the role given", async () => {
  const admin = await createActor({ role: "admin" });
  const { id, link } = await invitePerson(admin, {
    name: "Jon",
    email: "jon@example.com",
    role: "responder",
  });
  await acceptLink({ token: tokenOf(link), password });
  const claims = await signInWithPassword({ email: "jon@example.com", password }, null);
  expect(claims.actor).toMatchObject({ id, role: "responder" });
  await expect(
    invitePerson(admin, { name: "Jon", email: "jon@example.com", role: "reader" }),
  ).rejects.toMatchObject({
    code: "conflict",
  });
});

test("a new password ends the sessions that were open", async () => {
  const admin = await createActor({ role: "admin" });
  const { id, link } = await invitePerson(admin, { name: "Jon", email: "jon@example.com", role: "reader" });
  await acceptLink({ token: tokenOf(link), password });
  const before = await db().user.findUniqueOrThrow({ where: { id } });
  await acceptLink({
    token: tokenOf((await createPasswordLink(admin, id)).link),
    password: `${password} two`,
  });
  const after = await db().user.findUniqueOrThrow({ where: { id } });
  expect(after.tokenVersion).toBe(before.tokenVersion + 1);
});

test.each(roles)("a %s manages people only as admin", async (role) => {
  const actor = await createActor({ role });
  const target = await createActor({ role: "reader" });
  const attempts = [
    () => listPeople(actor),
    () => listAudit(actor),
    () => invitePerson(actor, { name: "New", email: `new-${role}@example.com`, role: "reader" }),
    () => createPasswordLink(actor, target.id),
    () => changePerson(actor, { userId: target.id, role: "responder" }),
  ];
  for (const attempt of attempts) {
    if (role === "admin") await expect(attempt()).resolves.not.toThrow();
    else await expect(attempt()).rejects.toMatchObject({ code: "forbidden" });
  }
});

test("the last admin who can sign in stays one, also when two demote each other at once", async () => {
  const [ana, jon] = await Promise.all([
    createActor({ role: "admin", user: { passwordHash: "x" } }),
    createActor({ role: "admin", user: { passwordHash: "x" } }),
  ]);
  const results = await Promise.allSettled([
    changePerson(ana, { userId: jon.id, role: "reader" }),
    changePerson(jon, { userId: ana.id, isDisabled: true }),
  ]);
  expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await db().user.count({ where: { role: "admin", disabledAt: null } })).toBe(1);
});

test("what an admin did stands in the audit record, without secrets", async () => {
  const admin = await createActor({ role: "admin" });
  const { link } = await invitePerson(admin, { name: "Jon", email: "jon@example.com", role: "reader" });
  await acceptLink({ token: tokenOf(link), password });
  const lines = await listAudit(admin);
  expect(lines.map((line) => line.action)).toEqual(
    expect.arrayContaining(["user.invited", "user.password-set"]),
  );
  expect(JSON.stringify(lines)).not.toContain(tokenOf(link));
  expect(JSON.stringify(lines)).not.toContain(password);
});

test("a link that went astray dies when another of the same person was used", async () => {
  const admin = await createActor({ role: "admin" });
  const { id, link } = await invitePerson(admin, { name: "Jon", email: "jon@example.com", role: "reader" });
  await acceptLink({ token: tokenOf(link), password });
  const astray = tokenOf((await createPasswordLink(admin, id)).link);
  const used = tokenOf((await createPasswordLink(admin, id)).link);
  expect(await findSignInLink(astray)).toBeNull();
  await acceptLink({ token: used, password: `${password} two` });

  const open = tokenOf((await createPasswordLink(admin, id)).link);
  expect(await findSignInLink(open)).not.toBeNull();
  await changePerson(admin, { userId: id, isDisabled: true });
  expect(await findSignInLink(open)).toBeNull();
});

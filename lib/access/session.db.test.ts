import { encode } from "next-auth/jwt";
import { afterEach, expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { createUser } from "@/lib/db/testing";
import { env } from "@/lib/env";
import { findActor } from "./actor";
import { openSession } from "./session";
import { toActor } from "./user-row";

const jar = vi.hoisted(() => ({ cookies: [] as { name: string; value: string }[] }));
// A test has no request, which is all that these know.
vi.mock("next/headers", () => ({
  cookies: async () => ({
    getAll: () => jar.cookies,
    get: (wanted: string) => jar.cookies.find(({ name }) => name === wanted),
  }),
  headers: async () => new Headers(),
}));
vi.mock("next/server", () => ({ connection: async () => {} }));

vi.stubEnv("NEXTAUTH_SECRET", "a-secret-for-tests-that-is-long-enough");
afterEach(() => {
  vi.useRealTimers();
  jar.cookies = [];
});

const cookie = "next-auth.session-token";

async function signIn(maxAge = 600) {
  const user = await createUser({ role: "responder" });
  const claims = { actor: toActor({ ...user, memberships: [] }), tokenVersion: user.tokenVersion };
  const token = await encode({ token: { sub: user.id, claims }, secret: env().NEXTAUTH_SECRET, maxAge });
  return { user, claims, token };
}

test("a session that was opened a moment ago still asks the row: sessions ended, role and account gone at once", async () => {
  const { user, token } = await signIn();
  jar.cookies = [{ name: cookie, value: token }];
  const { id } = user;
  expect(await findActor()).toMatchObject({ id, role: "responder" });
  await db().user.update({ where: { id }, data: { role: "reader" } });
  expect(await findActor()).toMatchObject({ id, role: "reader" });
  await db().user.update({ where: { id }, data: { tokenVersion: { increment: 1 } } });
  expect(await findActor()).toBeNull();
  await db().user.update({ where: { id }, data: { tokenVersion: user.tokenVersion } });
  expect(await findActor()).toMatchObject({ id });
  await db().user.update({ where: { id }, data: { disabledAt: new Date() } });
  expect(await findActor()).toBeNull();
});

test("a browser that has lost its cookie is nobody at once, though the session is kept", async () => {
  const { token } = await signIn();
  jar.cookies = [{ name: cookie, value: token }];
  expect(await findActor()).not.toBeNull();
  jar.cookies = [];
  expect(await findActor()).toBeNull();
});

test("a cookie in pieces is put together in their order", async () => {
  const { user, token } = await signIn();
  const pieces = Array.from({ length: 11 }, (_, at) => ({
    name: `${cookie}.${at}`,
    value: token.slice(at * 50, at === 10 ? undefined : (at + 1) * 50),
  }));
  jar.cookies = pieces.reverse();
  expect(await findActor()).toMatchObject({ id: user.id });
});

test("nothing is kept beyond the end of the session", async () => {
  const { claims, token } = await signIn(30);
  expect(await openSession(token)).toEqual(claims);
  // next-auth forgives a clock that is 15 s behind, as it always did.
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 50_000 });
  expect(await openSession(token)).toBeNull();
});

test("a cookie that was changed, is empty, or of another key opens nothing beside a good one", async () => {
  const { claims, token } = await signIn();
  expect(await openSession(token)).toEqual(claims);
  const foreign = await encode({ token: { claims }, secret: "another-secret-that-is-long-enough-too" });
  const salted = await encode({ token: { claims }, secret: env().NEXTAUTH_SECRET, salt: "break-glass" });
  const changed = `${token.slice(0, -4)}AAAA`;
  for (const bad of [foreign, salted, changed, "", "a.b.c"]) expect(await openSession(bad)).toBeNull();
});

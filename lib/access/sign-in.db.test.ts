import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { createSquad, createUser } from "@/lib/db/testing";
import { actorOf } from "./actor";
import { hashPassword } from "./password";
import { signInWithPassword } from "./sign-in";

const password = "correct horse battery";

async function withPassword(overrides: Parameters<typeof createUser>[0] = {}) {
  return createUser({ passwordHash: await hashPassword(password), ...overrides });
}

test("the right password opens, the wrong one does not", async () => {
  const user = await withPassword();
  const claims = await signInWithPassword({ email: user.email.toUpperCase(), password }, null);
  expect(claims.actor.id).toBe(user.id);
  await expect(
    signInWithPassword({ email: user.email, password: "wrong horse battery" }, null),
  ).rejects.toThrow("Email or password is not right.");
});

test("an unknown, a disabled and an invited account are refused with the same sentence", async () => {
  const disabled = await withPassword({ disabledAt: new Date() });
  const invited = await createUser();
  for (const email of ["nobody@example.com", disabled.email, invited.email]) {
    await expect(signInWithPassword({ email, password }, null)).rejects.toMatchObject({
      code: "not-signed-in",
      message: "Email or password is not right.",
    });
  }
});

test("after ten wrong tries an account waits, also for the right password; another one does not", async () => {
  const user = await withPassword();
  const neighbour = await withPassword();
  for (let tries = 0; tries < 10; tries++) {
    await expect(signInWithPassword({ email: user.email, password: "no" }, null)).rejects.toMatchObject({
      code: "not-signed-in",
    });
  }
  await expect(signInWithPassword({ email: user.email, password }, null)).rejects.toMatchObject({
    code: "too-many-requests",
  });
  await expect(signInWithPassword({ email: neighbour.email, password }, null)).resolves.toBeTruthy();
});

test("a success gives the account its tries back", async () => {
  const user = await withPassword();
  for (let round = 0; round < 3; round++) {
    for (let tries = 0; tries < 6; tries++) {
      await expect(signInWithPassword({ email: user.email, password: "no" }, null)).rejects.toThrow(
        "not right",
      );
    }
    await expect(signInWithPassword({ email: user.email, password }, null)).resolves.toBeTruthy();
  }
});

test("one address behind our proxy is limited over all accounts", async () => {
  for (let tries = 0; tries < 60; tries++) {
    await signInWithPassword({ email: `guess-${tries}@example.com`, password: "no" }, "203.0.113.9").catch(
      () => {},
    );
  }
  const user = await withPassword();
  await expect(signInWithPassword({ email: user.email, password }, "203.0.113.9")).rejects.toMatchObject({
    code: "too-many-requests",
  });
  await expect(signInWithPassword({ email: user.email, password }, "203.0.113.10")).resolves.toBeTruthy();
}, 60_000);

test("role, squads and the end of a session count at the next request", async () => {
  const user = await withPassword({ role: "responder" });
  const claims = await signInWithPassword({ email: user.email, password }, null);
  expect(await actorOf(claims)).toMatchObject({ role: "responder", editorOf: [] });

  const squad = await createSquad();
  await db().membership.create({ data: { userId: user.id, squadId: squad.id, isEditor: true } });
  await db().user.update({ where: { id: user.id }, data: { role: "editor" } });
  expect(await actorOf(claims)).toMatchObject({ role: "editor", editorOf: [squad.id] });

  await db().user.update({ where: { id: user.id }, data: { role: "reader" } });
  expect(await actorOf(claims)).toMatchObject({ role: "reader" });

  await db().user.update({ where: { id: user.id }, data: { tokenVersion: { increment: 1 } } });
  expect(await actorOf(claims)).toBeNull();
  expect(await actorOf({ ...claims, tokenVersion: claims.tokenVersion + 1 })).not.toBeNull();
});

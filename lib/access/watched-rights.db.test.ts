import { expect, test, vi } from "vitest";
import { db, pool } from "@/lib/db/client";
import { createUser } from "@/lib/db/testing";
import { toActor } from "./user-row";
import { readWatchedRights } from "./watched-rights";

async function createClaims(role: "reader" | "responder") {
  const user = await createUser({ role });
  return { actor: toActor({ ...user, memberships: [] }), tokenVersion: user.tokenVersion };
}

test("many who ask at once each get their own rights, from one query", async () => {
  const claims = await Promise.all(
    Array.from({ length: 20 }, (_, index) => createClaims(index % 2 ? "reader" : "responder")),
  );
  const find = vi.spyOn(pool(), "query");
  const actors = await Promise.all(claims.map(readWatchedRights));
  expect(actors.map((actor) => actor?.id)).toEqual(claims.map(({ actor }) => actor.id));
  expect(actors.map((actor) => actor?.role)).toEqual(claims.map(({ actor }) => actor.role));
  expect(find).toHaveBeenCalledTimes(1);
  find.mockRestore();
});

test("a right taken away is gone within two seconds, and so is an account; the others stay", async () => {
  const [changed, disabled, ended, other] = await Promise.all([
    createClaims("responder"),
    createClaims("responder"),
    createClaims("responder"),
    createClaims("responder"),
  ]);
  for (const claims of [changed, disabled, ended, other]) {
    expect(await readWatchedRights(claims)).toMatchObject({ role: "responder" });
  }
  await db().user.update({ where: { id: changed.actor.id }, data: { role: "reader" } });
  await db().user.update({ where: { id: disabled.actor.id }, data: { disabledAt: new Date() } });
  await db().user.update({ where: { id: ended.actor.id }, data: { tokenVersion: { increment: 1 } } });
  const seen = async () =>
    (await Promise.all([changed, disabled, ended, other].map(readWatchedRights))).map(
      (actor) => actor?.role ?? null,
    );
  await expect.poll(seen, { timeout: 2_000 }).toEqual(["reader", null, null, "responder"]);
});

test("a failed question is not kept as an answer", async () => {
  const claims = await createClaims("reader");
  const find = vi.spyOn(pool(), "query").mockImplementationOnce(() => Promise.reject(new Error("cut")));
  await expect(readWatchedRights(claims)).rejects.toThrow("cut");
  find.mockRestore();
  expect(await readWatchedRights(claims)).toMatchObject({ role: "reader" });
});

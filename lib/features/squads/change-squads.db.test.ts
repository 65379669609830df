import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { createActor, createSquad, createUser } from "@/lib/db/testing";
import { roles } from "@/lib/domain/actor";
import { createSquad as addSquad, setMember } from "./change-squads";
import { listSquads } from "./list-squads";

test.each(roles)("a %s changes squads only as admin", async (role) => {
  const actor = await createActor({ role });
  const squad = await createSquad();
  const user = await createUser();
  const attempts = [
    () => addSquad(actor, { name: `Made by ${role}` }),
    () => setMember(actor, { squadId: squad.id, userId: user.id, membership: "member" }),
  ];
  for (const attempt of attempts) {
    if (role === "admin") await expect(attempt()).resolves.not.toThrow();
    else await expect(attempt()).rejects.toMatchObject({ code: "forbidden" });
  }
  await expect(listSquads(actor)).resolves.toEqual(
    expect.arrayContaining([expect.objectContaining({ id: squad.id })]),
  );
});

test("making somebody an editor of a squad raises the role that publishing needs", async () => {
  const admin = await createActor({ role: "admin" });
  const squad = await createSquad();
  const user = await createUser({ role: "reader" });
  await setMember(admin, { squadId: squad.id, userId: user.id, membership: "editor" });
  expect(await db().user.findUnique({ where: { id: user.id } })).toMatchObject({ role: "editor" });
  await setMember(admin, { squadId: squad.id, userId: user.id, membership: "none" });
  expect(await db().membership.count({ where: { userId: user.id } })).toBe(0);
});

test("two squads of one name are refused with a sentence at the field", async () => {
  const admin = await createActor({ role: "admin" });
  await addSquad(admin, { name: "Payments" });
  await expect(addSquad(admin, { name: "payments" })).rejects.toMatchObject({
    code: "conflict",
    fields: { name: "There is a squad of this name already." },
  });
});

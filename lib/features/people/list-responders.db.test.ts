import { expect, test } from "vitest";
import { createActor, createUser } from "@/lib/db/testing";
import { listResponders } from "./list-responders";

test("who may give a role sees everybody who may run an incident; readers and who has left are not among them", async () => {
  const reader = await createActor({ role: "reader" });
  const responder = await createActor({ role: "responder" });
  const admin = await createActor({ role: "admin" });
  const gone = await createUser({ role: "responder", disabledAt: new Date() });
  const listed = (await listResponders(responder)).map(({ id }) => id);
  expect(listed).toEqual(expect.arrayContaining([responder.id, admin.id]));
  expect(listed).not.toContain(reader.id);
  expect(listed).not.toContain(gone.id);
});

test("readers and who came by a break-glass link are told no names, responders are", async () => {
  const reader = await createActor({ role: "reader" });
  const guest = { ...reader, breakGlassUntil: new Date(Date.now() + 60_000).toISOString() };
  for (const actor of [reader, guest]) {
    await expect(listResponders(actor)).rejects.toMatchObject({ name: "AppError", code: "forbidden" });
  }
  await expect(listResponders(await createActor({ role: "responder" }))).resolves.not.toEqual([]);
});

test("a name and a role are all that is told", async () => {
  const { id, name } = await createActor({ role: "editor" });
  const [found] = (await listResponders(await createActor())).filter((person) => person.id === id);
  expect(found).toEqual({ id, name, role: "editor" });
});

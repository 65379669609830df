import { expect, test } from "vitest";
import { createActor, createUser } from "@/lib/db/testing";
import { listResponders } from "./list-responders";

test("everybody who may run an incident is listed, also for readers; readers and who has left are not", async () => {
  const reader = await createActor({ role: "reader" });
  const responder = await createActor({ role: "responder" });
  const admin = await createActor({ role: "admin" });
  const gone = await createUser({ role: "responder", disabledAt: new Date() });
  const listed = (await listResponders(reader)).map(({ id }) => id);
  expect(listed).toEqual(expect.arrayContaining([responder.id, admin.id]));
  expect(listed).not.toContain(reader.id);
  expect(listed).not.toContain(gone.id);
});

test("a name and a role are all that is told", async () => {
  const { id, name } = await createActor({ role: "editor" });
  const [found] = (await listResponders(await createActor())).filter((person) => person.id === id);
  expect(found).toEqual({ id, name, role: "editor" });
});

import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { createActor, createSquad } from "@/lib/db/testing";
import { roles } from "@/lib/domain/actor";
import { listSquads } from "./list-squads";
import { setRiskWords, setRiskWordsSchema } from "./set-risk-words";

test.each(roles)("a %s who edits for the squad sets its words only from editor on", async (role) => {
  const squad = await createSquad();
  const actor = { ...(await createActor({ role })), editorOf: [squad.id] };
  const attempt = setRiskWords(actor, { squadId: squad.id, riskWords: "recycle-node" });
  if (role === "editor" || role === "admin") await expect(attempt).resolves.toBeUndefined();
  else await expect(attempt).rejects.toMatchObject({ code: "forbidden" });
});

test("an editor of another squad is refused", async () => {
  const [own, other] = [await createSquad(), await createSquad()];
  const actor = { ...(await createActor({ role: "editor" })), editorOf: [own.id] };
  const refused = setRiskWords(actor, { squadId: other.id, riskWords: "recycle-node" });
  await expect(refused).rejects.toMatchObject({ code: "forbidden" });
  await expect(setRiskWords(actor, { squadId: own.id, riskWords: "recycle-node" })).resolves.toBeUndefined();
});

test("a change is kept, listed and written into the audit record; the same again is not", async () => {
  const squad = await createSquad();
  const admin = await createActor({ role: "admin" });
  await setRiskWords(admin, { squadId: squad.id, riskWords: "evict: change" });
  await setRiskWords(admin, { squadId: squad.id, riskWords: "evict: change" });
  const listed = (await listSquads(admin)).find(({ id }) => id === squad.id);
  expect(listed?.riskWords).toBe("evict: change");
  const entries = await db().auditEntry.findMany({
    where: { target: squad.id, action: "squad.risk-words-set" },
  });
  expect(entries.map(({ data }) => data)).toEqual([{ before: "", after: "evict: change" }]);
});

test("a list that cannot be read is refused with its line, one that can is stored in short form", () => {
  const squadId = "0193a000-0000-7000-8000-000000000001";
  const wrong = setRiskWordsSchema.safeParse({ squadId, riskWords: "fine\nrm -rf" });
  expect(wrong.error?.issues[0]?.message).toBe('Line 2: "-rf" is no word of a command.');
  const read = setRiskWordsSchema.safeParse({
    squadId,
    riskWords: "# ours\n evict : change \n\nfail: danger",
  });
  expect(read.data?.riskWords).toBe("evict: change\nfail");
});

test("the database keeps no list that is longer than the portal reads", async () => {
  const squad = await createSquad();
  const write = (riskWords: string) => db().squad.update({ where: { id: squad.id }, data: { riskWords } });
  await expect(write("a".repeat(4_001))).rejects.toThrow();
  await expect(write("a\u0007")).rejects.toThrow();
  await expect(write("a".repeat(4_000))).resolves.toMatchObject({ id: squad.id });
});

import { beforeAll, expect, test } from "vitest";
import { createActor, createRevision, createRunbook, createSquad } from "@/lib/db/testing";
import type { Actor } from "@/lib/domain/actor";
import { listKeptRunbooks } from "./list-kept-runbooks";

let reader: Actor;
let squadId: string;
beforeAll(async () => {
  reader = await createActor({ role: "reader" });
  squadId = (await createSquad({ slug: "shop", name: "Shop" })).id;
  const source = "# Checkout is slow\n\n## Alert: CheckoutLatencyHigh\n\nSee [the other](other.md).\n";
  await createRunbook({ slug: "checkout", title: "Checkout is slow", source, squadId });
});

const tagOf = async (actor: Actor, slug: string) =>
  (await listKeptRunbooks(actor)).find((entry) => entry.slug === slug)?.tag;

test("a runbook is listed with what it is found by", async () => {
  const [entry] = await listKeptRunbooks(reader);
  expect(entry).toMatchObject({
    slug: "checkout",
    squadName: "Shop",
    isMine: false,
    alerts: [{ name: "CheckoutLatencyHigh", normalized: "checkoutlatencyhigh" }],
    headings: [{ text: "Alert: CheckoutLatencyHigh" }],
  });
  expect(entry?.size).toBeGreaterThan(50);
  const [mine] = await listKeptRunbooks({ ...reader, memberOf: [squadId] });
  expect(mine?.isMine).toBe(true);
});

test("the tag stays while nothing changes, and follows text, neighbours and rights", async () => {
  const first = await tagOf(reader, "checkout");
  expect(await tagOf(reader, "checkout")).toBe(first);

  expect(await tagOf({ ...reader, role: "responder" }, "checkout")).not.toBe(first);

  const other = await createRunbook({ slug: "other", title: "Other" });
  const linked = await tagOf(reader, "checkout");
  expect(linked, "a link of the text leads somewhere now").not.toBe(first);

  const before = await tagOf(reader, "other");
  await createRevision(other, { source: "# Other words\n" });
  expect(await tagOf(reader, "other")).not.toBe(before);
  expect(await tagOf(reader, "checkout")).toBe(linked);
});

test("while the database is away nothing is listed, so that no browser drops what it has", async () => {
  const standIn: Actor = { ...reader, isStandIn: true };
  await expect(listKeptRunbooks(standIn)).rejects.toMatchObject({ code: "unavailable" });
});

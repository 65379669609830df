import { beforeAll, expect, test } from "vitest";
import { createClient, db } from "@/lib/db/client";
import { createActor, createRevision, createRunbook, createSquad } from "@/lib/db/testing";
import type { Actor } from "@/lib/domain/actor";
import { getRunbookPage, getRunbookSource } from "./get-runbook";
import { getLibrary } from "./library";
import { listRunbooks } from "./list-runbooks";
import { searchRunbooks } from "./search-runbooks";

const source = `# Checkout is slow

## Alert: CheckoutLatencyHigh

1. Look at the pods

   \`\`\`bash
   kubectl top pods -n shop --sort-by=memory
   \`\`\`
`;

let actor: Actor;
beforeAll(async () => {
  actor = await createActor({ role: "reader" });
  const squad = await createSquad({ slug: "shop", name: "Shop" });
  const title = "Checkout is slow";
  await createRunbook({ slug: "checkout", title, source, squadId: squad.id, service: "checkout" });
  await createRunbook({ slug: "other", title: "Something else" });
});

test("a runbook is given with its current revision, compiled", async () => {
  const page = await getRunbookPage(actor, "checkout");
  expect(page).toMatchObject({ runbook: { squadName: "Shop" }, revision: { number: 1 }, stale: null });
  expect(page.compiled.html).toContain("kubectl");
  expect((await getRunbookSource(actor, "checkout")).source).toBe(source);
  await expect(getRunbookPage(actor, "missing")).rejects.toMatchObject({ code: "not-found" });
});

test("a new revision shows at the next request", async () => {
  const runbook = await createRunbook({ slug: "moving", source: "# Old words\n" });
  expect((await getRunbookPage(actor, "moving")).compiled.model.title).toBe("Old words");
  await createRevision(runbook, { source: "# New words\n" });
  expect((await getRunbookPage(actor, "moving")).compiled.model.title).toBe("New words");
});

test("the list is filtered by squad and by service", async () => {
  const slugs = async (filter: { squad?: string; service?: string }) =>
    (await listRunbooks(actor, filter)).runbooks.map(({ slug }) => slug);
  expect(await slugs({ squad: "shop" })).toEqual(["checkout"]);
  expect(await slugs({ service: "checkout" })).toEqual(["checkout"]);
  expect(await slugs({ squad: "nobody" })).toEqual([]);
  expect((await listRunbooks(actor)).squads).toEqual([{ slug: "shop", name: "Shop" }]);
});

test.each([
  ["slow checkout", "title"],
  ["CheckoutLatencyHigh", "alert"],
  ["latency", "alert"],
  ["kubectl top", "command"],
  ["sort-by memory", "command"],
  ["chekout", "title"],
])("searching %s finds the runbook by its %s", async (query, kind) => {
  const results = await searchRunbooks(actor, query);
  expect(results[0]).toMatchObject({ slug: "checkout" });
  expect(results[0]?.hits.map((hit) => hit.kind)).toContain(kind);
});

test("what nobody wrote finds nothing", async () => {
  expect(await searchRunbooks(actor, "zeppelin")).toEqual([]);
  expect(await searchRunbooks(actor, "  ")).toEqual([]);
});

test("a word that the squad adds marks its commands at the next request, and those of no other squad", async () => {
  const [ours, theirs] = [await createSquad(), await createSquad()];
  const text = "# Nodes\n\n```bash\nsomectl cluster cycle-vm a\n```\n";
  await createRunbook({ slug: "nodes-ours", source: text, squadId: ours.id });
  await createRunbook({ slug: "nodes-theirs", source: text, squadId: theirs.id });
  const risk = async (slug: string) => (await getRunbookPage(actor, slug)).compiled.model.commands[0]?.risk;
  expect([await risk("nodes-ours"), await risk("nodes-theirs")]).toEqual(["read", "read"]);
  await db().squad.update({ where: { id: ours.id }, data: { riskWords: "cycle-vm" } });
  expect([await risk("nodes-ours"), await risk("nodes-theirs")]).toEqual(["danger", "read"]);
});

test("with the database gone, reading, listing and searching go on from memory and say since when", async () => {
  await listRunbooks(actor);
  const shared = globalThis as { portalDb?: unknown };
  const alive = shared.portalDb;
  // Nobody listens on port 1: the driver meets a real refusal.
  const dead = createClient("postgresql://nobody:nothing@127.0.0.1:1/none");
  shared.portalDb = dead;
  try {
    expect((await listRunbooks(actor)).stale?.asOf).toBeTruthy();
    expect((await getRunbookPage(actor, "checkout")).stale).not.toBeNull();
    expect((await searchRunbooks(actor, "checkout"))[0]?.slug).toBe("checkout");
  } finally {
    shared.portalDb = alive;
    await dead.$disconnect();
  }
  await expect.poll(async () => (await listRunbooks(actor)).stale, { timeout: 5_000 }).toBeNull();
});

test("a load is shared by those who ask while another runs, and never by one who asks after it began", async () => {
  const running = getLibrary();
  const next = getLibrary();
  expect(next).not.toBe(running);
  expect(getLibrary()).toBe(next);
  const [before, after] = await Promise.all([running, next]);
  expect(after.entries.size).toBe(before.entries.size);
  const { slug } = await createRunbook();
  expect((await getLibrary()).entries.has(slug)).toBe(true);
});

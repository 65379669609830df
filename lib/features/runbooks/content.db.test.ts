import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { createEvent, createIncident } from "@/lib/db/testing";

// The queries that our own runbooks tell people to paste at 3 a.m. run here against the real tables.

function queriesOf(name: string): string[] {
  const text = readFileSync(path.resolve("content", name), "utf8");
  return [...text.matchAll(/^( *)```sql\n([\s\S]*?)^ *```$/gm)].map((match) => match[2] ?? "");
}

test.each(["portal-restore-backup.md", "portal-database-unreachable.md"])(
  "each query of %s runs",
  async (name) => {
    const incident = await createIncident();
    await createEvent(incident, {
      kind: "incident.noted",
      data: { note: "Seen" },
    });
    const queries = queriesOf(name);
    expect(queries.length).toBeGreaterThan(3);
    for (const query of queries) {
      const rows = await db().$queryRawUnsafe<Record<string, unknown>[]>(query);
      if (query.includes("Expected output: 0 rows")) expect(rows, query).toEqual([]);
      const count = /-- Expected output: (\d+)$/m.exec(query)?.[1];
      if (count && !query.includes("0 rows"))
        expect(String(Object.values(rows[0] ?? {})[0]), query).toBe(count);
    }
  },
);

test("the check for a gap finds one", async () => {
  const incident = await createIncident();
  const [query = ""] = queriesOf("portal-restore-backup.md").filter((text) => text.includes("first_seq"));
  const rows = await db().$transaction(async (tx) => {
    // A restore that lost rows on the way: the guards come last in a dump, so nothing refuses this there.
    await tx.$executeRawUnsafe("ALTER TABLE events DISABLE TRIGGER USER");
    await tx.$executeRawUnsafe("ALTER TABLE incidents DISABLE TRIGGER USER");
    await tx.event.deleteMany({ where: { incidentId: incident.id, seq: 1 } });
    const found = await tx.$queryRawUnsafe<{ number: number }[]>(query);
    await tx.$executeRawUnsafe("ALTER TABLE events ENABLE TRIGGER USER");
    await tx.$executeRawUnsafe("ALTER TABLE incidents ENABLE TRIGGER USER");
    return found;
  });
  expect(rows.map((row) => row.number)).toEqual([incident.number]);
});

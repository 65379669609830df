import fc from "fast-check";
import pg from "pg";
import { expect, test } from "vitest";
import { readCommandBlock } from "@/lib/reading/commands/read-command-block";
import { fillCommand } from "./fill-command";

const pieces = fc.constantFrom(
  ..."' '' \" \"\" ; -- /* */ $$ $a$ \\ E' ( ) a b 1 . , é 日 😀 % _ = :x".split(" "),
  " ",
  "' OR '1'='1",
  "'; SELECT 'x",
);
/** Short enough for a name, of which PostgreSQL keeps 63 bytes. */
const values = fc.array(pieces, { minLength: 1, maxLength: 5 }).map((list) => list.join(""));

test.each([
  ["a string", "SELECT '[x-name]' AS a"],
  ["a value", "SELECT 1 WHERE 'a' = <x-name>::text OR true"],
  ["a value in a list", "SELECT a FROM (VALUES (<x-name>)) AS t (a)"],
  ["a name", 'SELECT 1 AS "[x-name]"'],
])("a real PostgreSQL reads %s to the letter, or nobody writes it", async (_, text) => {
  const client = new pg.Client(process.env.DATABASE_URL);
  await client.connect();
  const unit = readCommandBlock({ id: "c1", text, lang: "sql", place: "fence", line: 1 });
  let filledIn = 0;
  try {
    await fc.assert(
      fc.asyncProperty(values, async (value) => {
        const { text: sql, refused } = fillCommand(unit, { "x-name": value });
        if (refused.length > 0) return;
        filledIn++;
        const result = await client.query(sql);
        const row = result.rows[0];
        if (text.includes(' AS "')) expect(result.fields[0]?.name).toBe(value);
        else if ("a" in row) expect(String(row.a)).toBe(value);
        expect(result.rows).toHaveLength(1);
      }),
      { numRuns: 250 },
    );
  } finally {
    await client.end();
  }
  expect(filledIn).toBeGreaterThan(50);
});

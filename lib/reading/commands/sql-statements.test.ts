import { expect, test } from "vitest";
import type { CommandBlock, Statement } from "@/lib/domain/document";
import { readCommandBlock } from "./read-command-block";

function read(text: string, lang: string | null): CommandBlock {
  return readCommandBlock({ id: "c1", text, lang, place: "fence", line: 1 });
}

function statements(block: CommandBlock): Statement[] {
  return block.parts.flatMap((part) => (part.type === "statement" ? [part.statement] : []));
}

test.each([
  [
    "mysql",
    "mysql> SELECT a\n    -> FROM t\n    -> WHERE b = 'x\n    '> y'\n    -> LIMIT 1;\n+---+\nmysql> SHOW TABLES;",
  ],
  [
    "psql",
    "app=> SELECT a\napp-> FROM t\napp-> WHERE b = 'x\napp'> y'\napp-> LIMIT 1;\n 1\napp=> SHOW TABLES;",
  ],
])("a client asks for more with signs that nobody typed: %s", (_, text) => {
  expect(read(text, null).text).toBe("SELECT a\nFROM t\nWHERE b = 'x\ny'\nLIMIT 1;\nSHOW TABLES;");
});

test("below a finished statement such a line is output", () => {
  expect(read("mysql> SELECT 1;\n    -> 1", null).text).toBe("SELECT 1;");
});

test("comments over lines stay in the block, label what is below and are no part of a statement", () => {
  const text = 'SELECT 1;\n/* now\n   mend */\nUPDATE t SET a = 1;\n/* and */ DELETE FROM u;\n"odd"';
  const block = read(text, "sql");
  expect(block.text).toBe(text);
  expect(statements(block)).toMatchObject([
    { text: "SELECT 1;", label: null, language: "sql" },
    { text: "UPDATE t SET a = 1;", label: "now mend", language: "sql" },
    { text: "DELETE FROM u;", label: "and", language: "sql" },
    { text: '"odd"', language: "sql" },
  ]);
});

test("a hint is read by the server and stays in its statement", () => {
  const text = "/*+ parallel */ SELECT 1;\n/*!40101 SET NAMES utf8 */;";
  expect(statements(read(text, "sql")).map((statement) => statement.text)).toEqual(text.split("\n"));
});

test.each(["bash", null])("SQL and commands of the client below sqlite3 are copied in a %s fence", (lang) => {
  const block = read("sqlite3 app.db\n.tables\nSELECT * FROM t;\nDELETE FROM t;", lang);
  expect(statements(block).map(({ text, language }) => `${language} ${text}`)).toEqual([
    "shell sqlite3 app.db",
    "sql .tables",
    "sql SELECT * FROM t;",
    "sql DELETE FROM t;",
  ]);
});

test("what a client answers is no SQL", () => {
  expect(read("psql -c 'x'\nUPDATE 3\nCREATE TABLE\nINSERT 0 1", "bash").text).toBe("psql -c 'x'");
});

test("commands below redis-cli are its own, in small letters too", () => {
  const block = read("redis-cli\nKEYS *\nflushall\nls -l", "bash");
  expect(statements(block)).toMatchObject([
    { language: "shell" },
    { language: "text", text: "KEYS *" },
    { language: "text", text: "flushall", risk: "danger" },
    { language: "shell", text: "ls -l" },
  ]);
});

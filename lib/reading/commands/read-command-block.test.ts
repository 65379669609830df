import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CommandBlock, Statement } from "@/lib/domain/document";
import { type BlockInput, readCommandBlock } from "./read-command-block";

function read(text: string, input: Partial<BlockInput> = {}): CommandBlock {
  return readCommandBlock({ id: "c1", text, lang: "bash", place: "fence", line: 1, ...input });
}

function statements(block: CommandBlock): Statement[] {
  return block.parts.flatMap((part) => (part.type === "statement" ? [part.statement] : []));
}

const CLEAR_QUEUE = `# Connect to database
psql -h [db-host] -U [username] -d [database]

# Query outbox queue depth
SELECT destination, COUNT(*) as pending_count
FROM outbox_messages
WHERE status = 'pending'
GROUP BY destination;

# Clear stuck messages (use with caution!)
UPDATE outbox_messages
SET status = 'failed', error_message = 'Manually cleared by [your-name]'
WHERE status = 'processing'
  AND updated_at < NOW() - INTERVAL '1 hour';`;

test("copying the SELECT of Clear Queue never brings the UPDATE", () => {
  const block = read(CLEAR_QUEUE);
  const [psql, select, update] = statements(block);
  expect(psql).toMatchObject({ language: "shell", label: "Connect to database", risk: "read" });
  expect(select?.text).toMatch(/^SELECT destination[\s\S]*GROUP BY destination;$/);
  expect(select?.text).not.toContain("UPDATE");
  expect(select).toMatchObject({ language: "sql", risk: "read", label: "Query outbox queue depth" });
  expect(update).toMatchObject({ id: "c1.3", risk: "danger", riskReason: "Updates rows" });
  expect(update?.holes).toMatchObject([{ variable: "your-name", context: "sql-string" }]);
  expect(block).toMatchObject({ text: CLEAR_QUEUE, kind: "command", risk: "danger" });
});

test("two statements of SQL on one line are two, even so", () => {
  const [, select, update] = statements(read("psql app\nSELECT 1; UPDATE t SET a = ';' WHERE b = 1;"));
  expect(select?.text).toBe("SELECT 1;");
  expect(update?.text).toBe("UPDATE t SET a = ';' WHERE b = 1;");
});

test("an unfinished SELECT does not swallow the UPDATE behind a comment", () => {
  const [, select, update] = statements(
    read("psql app\nSELECT count(*) FROM t\n# now mend it\nUPDATE t SET a = 1;"),
  );
  expect(select?.text).toBe("SELECT count(*) FROM t");
  expect(update?.label).toBe("now mend it");
});

test("`;` inside strings, comments and dollar quotes ends no statement", () => {
  const sql =
    "DO $body$ BEGIN; PERFORM 1; END $body$;\nSELECT 'a;b' -- c;d\n  , \"x;y\" /* e;f */;\nSELECT 2;";
  expect(statements(read(sql, { lang: "sql" })).map((statement) => statement.text)).toEqual([
    "DO $body$ BEGIN; PERFORM 1; END $body$;",
    "SELECT 'a;b'\n  , \"x;y\" ;",
    "SELECT 2;",
  ]);
});

test.each([
  ['# Expected output: "success"', "success"],
  [
    '# Expected output: "deployment "api-deployment" successfully rolled out"',
    'deployment "api-deployment" successfully rolled out',
  ],
  ["# Expected output: matches $IMAGE_TAG", "matches $IMAGE_TAG"],
  ["# Expected p95: < 800ms", "p95: < 800ms"],
  ["# → 3 pods", "3 pods"],
  ["# returns 200", "200"],
])("%s is an expectation and is not copied", (comment, expected) => {
  const block = read(`kubectl get pods\n${comment}`);
  expect(block.text).toBe("kubectl get pods");
  expect(statements(block)[0]?.expected).toBe(expected);
});

test("the comment lines below an expectation belong to it, a numbered one does not", () => {
  const block = read(
    "kubectl get pods\n# Expected: all Running\n# within a minute\n# 2. Then\nkubectl get nodes",
  );
  expect(statements(block)).toMatchObject([
    { expected: "all Running\nwithin a minute" },
    { label: "2. Then", expected: null },
  ]);
  expect(block.text).toBe("kubectl get pods\n# 2. Then\nkubectl get nodes");
});

test("comments above a statement are its label, comments alone a note", () => {
  const block = read(
    "# Via the console\n# 1. Open [feature-flag-name]\n\n# Via API\ncurl -s https://x.test\n\n# 5. Wait",
  );
  expect(block.parts).toMatchObject([
    { type: "note", text: "Via the console\n1. Open [feature-flag-name]" },
    { type: "statement", statement: { label: "Via API", text: "curl -s https://x.test" } },
    { type: "note", text: "5. Wait" },
  ]);
  expect(block.text).toContain("# Via API\ncurl");
  expect(block.holes).toMatchObject([{ variable: "feature-flag-name" }]);
});

test("numbered comments keep the number that makes them sub-steps", () => {
  expect(statements(read("# 1. Deploy\n./deploy.sh"))[0]?.label).toBe("1. Deploy");
});

describe("prompts and output", () => {
  test("lines without a prompt are shown, not copied", () => {
    const block = read("$ kubectl get pods\nNAME  READY\napi   1/1\n\n$ kubectl get nodes\nnode-1", {
      lang: "console",
    });
    expect(block.text).toBe("kubectl get pods\n\nkubectl get nodes");
    expect(statements(block)[0]?.shown).toBe("kubectl get pods\nNAME  READY\napi   1/1");
  });

  test.each([
    ["user@host:~$ ls -l", "ls -l"],
    ["[root@db-1 ~]# systemctl status x", "systemctl status x"],
    ["sh-4.4# ps aux", "ps aux"],
    ["db=# SELECT 1;", "SELECT 1;"],
    ["10.0.0.1:6379> keys *", "keys *"],
    ["❯ kubectl get pods", "kubectl get pods"],
    ["$sudo less /var/log/syslog", "sudo less /var/log/syslog"],
    ["# kubectl get pods", "kubectl get pods"],
  ])("%s", (line, command) => {
    expect(read(line, { lang: "console" })).toMatchObject({ kind: "command", text: command });
  });

  test("a comment of the author is no root prompt", () => {
    expect(read("# docker is needed for this\ndocker ps").text).toBe(
      "# docker is needed for this\ndocker ps",
    );
  });

  test("continuations follow their prompt", () => {
    const block = read("$ kubectl get pods \\\n    -n prod |\n  grep api\napi-1", { lang: "console" });
    expect(block.text).toBe("kubectl get pods \\\n    -n prod |\n  grep api");
  });

  test("a table below an unprompted command is output", () => {
    const block = read("kubectl get pods\nNAME    READY   STATUS\napi-1   1/1     Running");
    expect(block.text).toBe("kubectl get pods");
    expect(statements(block)[0]?.shown).toContain("api-1   1/1");
  });
});

describe("statements of several lines", () => {
  test.each([
    ["continuation", "helm upgrade api ./api \\\n  --set image.tag=$TAG \\\n  --values x.yaml"],
    ["open quote", "curl -d '{\n  \"a\": 1\n}' https://x.test"],
    ["here-document", "cat <<EOF | kubectl apply -f -\n# HELP is data\n\n  key: value  \nEOF"],
    ["substitution", "export A=$(\n  date\n)"],
    ["if", 'if [ -f x ]; then\n  # why\n  echo "it\'s"\nfi'],
    ["for", "for pod in a b; do\n  kubectl logs $pod\ndone"],
    ["case", "case $x in\n  a) echo a ;;\n  *) echo b ;;\nesac"],
    ["while", "while read -r line; do\n  echo $line\ndone < file.txt"],
    ["function", "restart() {\n  systemctl restart nginx\n}"],
    ["trailing pipe", "kubectl get pods |\n  grep api &&\n  echo yes"],
  ])("%s", (_, command) => {
    const block = read(`${command}\nkubectl get nodes`);
    const alone = command.replace("  # why\n", "");
    expect(statements(block).map((statement) => statement.text)).toEqual([alone, "kubectl get nodes"]);
    expect(block.text).toBe(`${command}\nkubectl get nodes`);
  });

  test("a quote that never closes takes its own line only", () => {
    expect(statements(read("echo it's\nkubectl get pods\nls")).map((statement) => statement.text)).toEqual([
      "echo it's",
      "kubectl get pods",
      "ls",
    ]);
  });

  test("a long run of blanks is read in time", () => {
    const started = performance.now();
    expect(read(`a${" ".repeat(50_000)}b`).kind).toBe("command");
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  test("a block of thousands of broken lines is read in time", () => {
    const started = performance.now();
    read('echo "$(\n'.repeat(5_000));
    read("echo <a> '<b>' | grep [name]\n".repeat(1_000));
    expect(performance.now() - started).toBeLessThan(30_000);
  }, 60_000);
});

describe("kind", () => {
  test.each<[string, string | null, string, string]>([
    ["command", null, "kubectl get pods", ""],
    ["command", null, "gitlab-thing do it", "Run the following:"],
    ["command", "console", "oc get nodes", ""],
    ["query", "sql", "select 1", ""],
    ["query", "sh", 'sum(rate(http_requests_total{job="api"}[5m]))', ""],
    ["query", "console", 'kube_pod_info{job="x"}', ""],
    ["config", "yaml", "kind: Pod", ""],
    ["config", null, "apiVersion: v1\nkind: Pod", ""],
    ["output", null, "NAME    READY   STATUS\nx 1/1 Running", ""],
    ["output", "console", "2024-01-01T10:00:00Z INFO started", ""],
    ["output", "text", "it works", ""],
    ["other", null, "https://example.test/a", ""],
    ["other", "mermaid", "graph TD", ""],
    ["other", "bash", "# only words", ""],
  ])("%s: %s fence with %s", (kind, lang, text, before) => {
    expect(read(text, { lang, before }).kind).toBe(kind);
  });

  test("what is no command is one part without placeholders", () => {
    const block = read("\nname: [service-name]\n", { lang: "yaml" });
    expect(block).toMatchObject({ text: "name: [service-name]", holes: [], risk: "read" });
    expect(statements(block)).toMatchObject([{ language: "text", text: "name: [service-name]" }]);
  });
});

test("an inline command is one statement of the same text", () => {
  const block = read("kubectl logs -f deployment/[service-name] | grep [pattern]", {
    id: "i3",
    place: "inline",
    lang: null,
  });
  expect(block).toMatchObject({
    kind: "command",
    place: "inline",
    lang: null,
    stepId: null,
    sectionId: null,
  });
  expect(statements(block)).toMatchObject([{ id: "i3.1", text: block.text, isEndless: true }]);
});

test("line ends, common indentation and blanks at line ends go", () => {
  expect(read("\r\n    ls -l   \r\n      pwd\r\n").text).toBe("ls -l\n  pwd");
});

const line = fc.oneof(
  fc.constantFrom(
    "kubectl get pods",
    "# a comment",
    "",
    "echo 'open",
    'echo "open',
    "cat <<EOF",
    "EOF",
    "if true; then",
    "fi",
    "a \\",
    "b |",
    "$(",
    ")",
    "psql app",
    "SELECT 1;",
    "SELECT 2",
    "-- note",
    "echo [service-name] <pod> $X",
    "`date",
    "# Expected: x",
  ),
  fc.string({ maxLength: 30 }).map((text) => text.replace(/[\r\n]/g, " ")),
);

/** What may stand between statements: a joining sign, a comment, nothing. */
const BETWEEN = /^[;&\s]*(?:#.*|--.*)?$/;

/** Without what reads as a comment: a statement leaves its own out. */
function uncommented(text: string): string {
  return text.replace(/^[ \t]*(?:#|--).*(?:\n|$)|[ \t]*(?<=[\s;&|()])#.*$/gm, "").trimEnd();
}

test("nothing is lost or invented: every line copied stands in the text, in its order", () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 14 }), (lines) => {
      const block = read(["kubectl version", ...lines].join("\n"));
      const source = ["kubectl version", ...lines];
      let at = 0;
      for (const copied of block.text.split("\n").filter((text) => text.trim() !== "")) {
        while (at < source.length && !source[at]?.includes(copied.trim())) at++;
        expect(at, `"${copied}" stands in the source`).toBeLessThan(source.length);
        at++;
      }
      let rest = uncommented(block.text);
      for (const statement of statements(block)) {
        const own = uncommented(statement.text);
        while (!rest.startsWith(own)) {
          if (rest.trimStart().startsWith(own)) {
            rest = rest.trimStart();
            break;
          }
          const [skipped = "", ...others] = rest.split("\n");
          const glue = /^[;& ]+(?=[^;& #])/.exec(rest)?.[0];
          if (glue && rest.slice(glue.length).startsWith(own)) {
            rest = rest.slice(glue.length);
            break;
          }
          expect(skipped, `before "${statement.text}"`).toMatch(BETWEEN);
          expect(others.length).toBeGreaterThan(0);
          rest = others.join("\n");
        }
        rest = rest.slice(own.length);
        for (const hole of statement.holes)
          expect(statement.text.slice(hole.start, hole.end)).toBe(hole.token);
      }
      for (const left of rest.split("\n")) expect(left).toMatch(BETWEEN);
      for (const hole of block.holes) expect(block.text.slice(hole.start, hole.end)).toBe(hole.token);
    }),
    { numRuns: 500 },
  );
}, 60_000);

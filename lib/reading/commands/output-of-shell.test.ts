import { describe, expect, test } from "vitest";
import type { CommandBlock, Statement } from "@/lib/domain/document";
import { readCommandBlock } from "./read-command-block";

function read(text: string, lang: string | null = "bash"): CommandBlock {
  return readCommandBlock({ id: "c1", text, lang, place: "fence", line: 1 });
}

function statements(block: CommandBlock): Statement[] {
  return block.parts.flatMap((part) => (part.type === "statement" ? [part.statement] : []));
}

test.each([
  ["a function", "drain() {\n  uptime\n}\ndrain\nfor n in a b; do\n  echo $n\ndone"],
  ["a group", "if true; then\n  date\nfi\n{\n  uptime\n} > report\n(cd /srv && ls)"],
  ["a subshell on lines of its own", "date\n(\n  uptime\n)\nls"],
  ["a function that the grammar refuses", "fix() {\n  case <mode> in a) echo ;; b\n}\nls"],
  ["a bare word", "kubectl get nodes\npreflight\nkubectl delete node x"],
  ["bare words", "cd /srv/app\n./bin/tool\nmigrate\nrestart-all"],
  ["bare words and a comment", "release web\nhealth\n# look again\nconfirm --all"],
  ["alternatives of bare words", "# Option A: slow\nstepone\nsteptwo\n# Option B: fast\nall"],
  ["a file that is emptied", "> /var/log/web.log\n: > /var/log/web.log\nls"],
  ["a file that is emptied below a command", "df -h\n> /var/log/web.log\nsystemctl restart web"],
  ["a file that is written to", 'date\n>> "$OUT" 2>&1\nls'],
])("in a shell fence nothing is cut: %s", (_, text) => {
  expect(read(text).text).toBe(text);
});

test.each([
  ["an object", 'vault read -format=json x\n{\n  "a": 1\n}', "vault read -format=json x"],
  ["an answer", "systemctl is-active web\nactive\nls -l", "systemctl is-active web\nls -l"],
  ["a pod", "kubectl get pods -o name\nweb-6c9d7f5b8-kq2lx", "kubectl get pods -o name"],
  [
    "a table, then a comment",
    "kubectl get ns\nNAME    STATUS\nprod    Active\n# now\nmyctl --all",
    "kubectl get ns\n# now\nmyctl --all",
  ],
  [
    "a table, then a program alone",
    "kubectl get ns\nNAME    STATUS\nprod    Active\nuptime",
    "kubectl get ns\nuptime",
  ],
  ["a file with comments", "cat /etc/x.ini\n[main]\n# how many\nworkers = 2", "cat /etc/x.ini"],
  ["metrics", "curl -s host/metrics\n# HELP up Is it up\nup 1", "curl -s host/metrics"],
])("what was printed is left out all the same: %s", (_, text, expected) => {
  expect(read(text).text).toBe(expected);
});

test("a bare word below a command is an answer where no word names a shell", () => {
  expect(read("kubectl config current-context\nstaging", null).text).toBe("kubectl config current-context");
});

test.each([
  ["> db.stats()\n{ ok: 1 }\n> show dbs\nadmin", "mongo"],
  ["mongosh\n> db.stats()\n{ ok: 1 }", "bash"],
])("`> ` is a prompt at the first line and behind a console: %j", (text, lang) => {
  expect(read(text, lang).text).not.toContain(">");
});

describe("a comment is no statement", () => {
  test("behind a prompt", () => {
    const block = read("$ # look first\n$ ls");
    expect(block.text).toBe("# look first\nls");
    expect(statements(block)).toMatchObject([{ text: "ls", label: "look first" }]);
  });
});

test("a shell fence that only announces a result shows it and copies nothing of it", () => {
  const block = read('# Expected output: "fine"');
  expect(block).toMatchObject({ kind: "other", text: "" });
  expect(statements(block)[0]).toMatchObject({ text: "", shown: '# Expected output: "fine"' });
  expect(read("# do it by hand\n# Expected: 3").text).toBe("# do it by hand");
});

import { expect, test } from "vitest";
import { readCommandBlock } from "../commands";
import { findRisk } from "./find-risk";
import { cases, levelOf } from "./testing/risk-cases";

test.each(
  cases(`
    danger     cp /dev/null /var/log/app.log
    danger     sudo cp -f /dev/null /var/log/app.log
    danger     dd if=/dev/null of=/var/log/app.log
    danger     echo -n > /var/log/app.log
    danger     echo "" > /var/log/app.log
    danger     printf '' > /var/log/app.log
    change     cp app.log /tmp/app.log
    change     echo 1 > /var/log/app.log
    change     echo "" >> /var/log/app.log
    danger     kubectl taint nodes n1 key=value:NoExecute
    danger     kubectl taint node n1 n2 dedicated=db:NoExecute --overwrite
    danger     kubectl taint nodes -l role=db dedicated:NoExecute
    danger     oc adm taint nodes n1 key=value:NoExecute
    change     kubectl taint nodes n1 key=value:NoExecute-
    change     kubectl taint nodes n1 key=value:NoSchedule
  `),
)("%s: %s", (level, command) => {
  expect(levelOf(command)).toBe(level);
});

test.each([
  ["danger", "SHOW SLAVE STATUS\\G\nSTOP SLAVE;"],
  ["danger", "show replica status\\G\nstop replica"],
  ["danger", "SELECT 1\\g DROP TABLE a;"],
  ["danger", "STOP GROUP_REPLICATION;"],
  ["change", "START GROUP_REPLICATION;"],
  ["change", "SHOW REPLICA STATUS\\G\nSTART REPLICA;"],
  ["read", "SHOW SLAVE STATUS\\G"],
  ["read", "SELECT 'a\\G STOP SLAVE';"],
  ["danger", "ALTER SYSTEM KILL SESSION '12,345' IMMEDIATE;"],
  ["danger", "ALTER SYSTEM DISCONNECT SESSION '12,345' POST_TRANSACTION;"],
  ["disruptive", "ALTER SYSTEM CANCEL SQL '12, 345';"],
  ["change", "ALTER SYSTEM SET work_mem = '64MB';"],
])("%s: %j", (level, sql) => {
  expect(levelOf(sql, "sql")).toBe(level);
});

test.each([
  ["danger", "Restart-Service -Name spooler -Force"],
  ["danger", "Restart-Service spooler -Force:$true"],
  ["disruptive", "Restart-Service -Name spooler"],
  ["disruptive", "Restart-Service -Name spooler -Force:$false"],
  ["change", "Copy-Item a.txt b.txt -Force"],
  ["read", "Get-ChildItem -Force"],
])("%s: %s", (level, command) => {
  expect(levelOf(command, "text")).toBe(level);
});

function risksOf(text: string, lang = "bash") {
  const { parts } = readCommandBlock({ id: "c1", text, lang, place: "fence", line: 1, before: "" });
  return parts.flatMap((part) =>
    part.type === "statement" ? [[part.statement.risk, part.statement.riskTarget]] : [],
  );
}

test("a statement that ends with \\G and the one below it are told apart", () => {
  expect(risksOf("SHOW SLAVE STATUS\\G\nSTOP SLAVE;\n", "sql").map(([risk]) => risk)).toEqual([
    "read",
    "danger",
  ]);
  expect(risksOf("SELECT 'a\\G'\nFROM t;\n", "sql")).toHaveLength(1);
});

test("a call of a function that the block defines does what the function does", () => {
  const calls = risksOf(
    'drain() { kubectl drain "$1"; }\n\nlook() { kubectl get pods; }\n\ndrain node-1\nlook\n',
  );
  expect(calls).toEqual([
    ["danger", "$1"],
    ["read", null],
    ["danger", "node-1"],
    ["read", null],
  ]);
});

test("functions call functions, carriers call them, and a name that no function has means what it meant", () => {
  const text =
    'function drain { kubectl drain "$1"; }\neach() { for n in a b; do drain "$n"; done; }\neach\nif true; then drain x; fi\nkubectl drain --dry-run=client n1\n';
  expect(risksOf(text).map(([risk]) => risk)).toEqual(["danger", "danger", "danger", "danger", "read"]);
});

test("a function that calls itself is read to an end, and a harmless one takes its name's fear away", () => {
  expect(risksOf("stop-all() { echo stop; stop-all; }\nstop-all\n").map(([risk]) => risk)).toEqual([
    "read",
    "read",
  ]);
});

test.each([
  ["kubectl apply -f -", null],
  ["kubectl apply -f app.yaml", "named in app.yaml"],
  ["kubectl delete -n prod -f -", "in namespace prod"],
  ["kafka-topics --bootstrap-server b:9092 --delete --topic orders", "orders on b:9092"],
  [
    "kafka-consumer-groups --bootstrap-server b --group billing --topic orders --reset-offsets --to-latest --execute",
    "orders of group billing on b",
  ],
])("%s acts on %s", (text, target) => {
  expect(findRisk({ text, language: "shell", label: null, before: null }).target).toBe(target);
});

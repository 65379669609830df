import { expect, test } from "vitest";
import type { CommandBlock, Statement } from "@/lib/domain/document";
import { readCommandBlock } from "./read-command-block";

function read(lang: string, text: string): CommandBlock {
  return readCommandBlock({ id: "c1", text, lang, place: "fence", line: 1 });
}

function statements(block: CommandBlock): Statement[] {
  return block.parts.flatMap((part) => (part.type === "statement" ? [part.statement] : []));
}

const CASES: readonly [name: string, lang: string, statements: readonly string[]][] = [
  ["lines", "powershell", ["Get-Service spooler", "Restart-Service spooler", "Get-Date"]],
  ["a back-tick", "powershell", ["Remove-Item C:\\old `\n  -Recurse `\n  -Force", "Get-ChildItem C:\\"]],
  ["a pipe", "pwsh", ["Get-Process |\n  Sort-Object CPU", "Get-Process\n| Select-Object Id", "Get-Date"]],
  [
    "braces",
    "powershell",
    ["foreach ($n in $names) {\n  if ($n) {\n    Stop-Service $n\n  }\n}", "Get-Service"],
  ],
  ["else below a brace", "powershell", ["if ($a) {\n  Get-Date\n}\nelse {\n  Get-Host\n}", "Get-Service"]],
  ["a here-string", "powershell", ['$t = @"\n} not code {\n\n"@', "Get-Date"]],
  ["a table of hashes", "powershell", ["$p = @{\n  Name = 'a }'\n}", "Get-Thing @p"]],
  ["lines of cmd.exe", "bat", ["net stop web", "del /q C:\\logs\\* ^\n  /s", "net start web"]],
  ["groups of cmd.exe", "bat", ["if exist C:\\x (\n  del C:\\x\n)", "dir"]],
  ["lines of Ruby", "ruby", ["user = User.find(7)", "user.destroy!", "User.count"]],
  ["do … end", "ruby", ["User.all.each do |user|\n  user.touch\n\n  user.save!\nend", "User.count"]],
  ["if … end", "ruby", ["if User.none?\nputs 1 if a\nend", "x = if a\n1\nelse\n2\nend", "drop(1)"]],
  [
    "a chain of dots",
    "ruby",
    ["User\n.where(old: true)\n.delete_all", "User.where(a: 1).\nfirst", "User.count"],
  ],
  ["a hash over lines", "ruby", ["Job.perform_later(\n{ a: 1,\nb: 2 }\n)", "Job.count"]],
  ["a here-document", "ruby", ["sql = <<~SQL\nDROP\nSQL", "run(sql)"]],
];

test.each(CASES)("a dangerous statement does not travel with harmless ones: %s", (_, lang, expected) => {
  const text = expected.join("\n");
  const block = read(lang, text);
  expect(statements(block).map((statement) => statement.text)).toEqual(expected);
  expect(block.text).toBe(text);
});

test("Python goes by indentation, brackets and the words that go on", () => {
  const expected = [
    "for x in xs:\n    drop(x)\n\n    log(x)",
    "try:\n    run()\nexcept OSError:\n    pass",
    "call(\na,\nb)",
    "x = 1 + \\\n2",
    '"""\ntext\n"""',
  ];
  const text = expected.join("\n");
  const block = readCommandBlock({
    id: "c1",
    text,
    lang: "python",
    place: "fence",
    line: 1,
    before: "In the Python console:",
  });
  expect(statements(block).map((statement) => statement.text)).toEqual(expected);
  expect(block.text).toBe(text);
});

test("what never closes is kept together up to a blank line", () => {
  const text = "User.each do |u|\nu.touch\n\nUser.count";
  expect(statements(read("ruby", text)).map((statement) => statement.text)).toEqual([
    "User.each do |u|\nu.touch",
    "User.count",
  ]);
});

test("nothing of PowerShell is taken for output", () => {
  const text = "Get-Service\n}\n[\nStatus   Name   DisplayName";
  expect(read("powershell", text).text).toBe(text);
});

test("lines that a console of Ruby printed are output", () => {
  expect(read("ruby", "User.count\n=> 12\nUser.first").text).toBe("User.count\nUser.first");
});

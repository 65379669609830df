import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { compile } from "@/lib/mdx/worker/compile";
import { inspectionSchema } from "./inspection-schema";
import { bin, folderWith, runCli } from "./testing/run-cli";

// The real command in a process of its own. The first one builds it.

const runbook = "# Disk full\n\n1. Look\n\n```bash\n$ df -h /var\n```\n";

test("inspect --json gives the documented shape, from any folder", { timeout: 60_000 }, () => {
  const folder = folderWith({ "disk.md": runbook });
  const { status, stdout, stderr } = runCli(["inspect", "disk.md", "--json"], folder);
  expect([status, stderr]).toEqual([0, ""]);
  expect(inspectionSchema.parse(JSON.parse(stdout))).toMatchObject({
    file: "disk.md",
    format: "md",
    title: "Disk full",
    steps: [{ text: "Look", kind: "numbered" }],
    commands: [{ index: 0, lang: "bash", text: "$ df -h /var", copyText: "df -h /var", risk: "read" }],
  });
});

test("inspect without --json is an outline for people", () => {
  const folder = folderWith({ "disk.md": runbook });
  const { status, stdout } = runCli(["inspect", "disk.md"], folder);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^Disk full\n.*1\. Look\n.*c1 read: df -h \/var\n$/s);
});

test("inspect --answers takes every kind of file and leaves hidden folders and other files out", () => {
  const fence = "```bash\nuptime\n```\n";
  const folder = folderWith({
    "a.md": fence,
    "b.markdown": fence,
    "c.mdx": fence,
    "d.html.md": fence,
    "e/f.md.erb": fence,
    "e/g.html.md.erb": fence,
    "h.txt": fence,
    ".git/i.md": fence,
    "node_modules/j/README.md": fence,
  });
  const { status, stdout } = runCli(["inspect", folder, "--answers"]);
  const answers: { file: string }[] = JSON.parse(stdout);
  expect(status).toBe(0);
  expect(answers.map(({ file }) => file)).toEqual([
    "a.md",
    "b.markdown",
    "c.mdx",
    "d.html.md",
    "e/f.md.erb",
    "e/g.html.md.erb",
  ]);
  expect(answers[0]).toEqual({
    file: "a.md",
    blockIndex: 0,
    kind: "command",
    copyText: "uptime",
    placeholders: [],
    envVars: [],
    dangerous: false,
    disruptive: false,
  });
});

test("render prints the HTML that the page is given, byte by byte, and what fell back elsewhere", async () => {
  const source = "# Old\n\n{1 + 1}\n\nText\n";
  const folder = folderWith({ "old.mdx": source, "new.mdx": "# New\n" });
  const { status, stdout, stderr } = runCli(["render", "old.mdx"], folder);
  const { html } = await compile({ source, format: "mdx" });
  expect([status, stdout]).toEqual([0, html]);
  expect(stderr).toMatch(/^old\.mdx is shown as Markdown:\n {2}3:1 .*mdx-expression/);
  expect(runCli(["render", "new.mdx"], folder)).toMatchObject({ status: 0, stderr: "" });
});

test("render leads links and images to where the page does once the folder is imported", () => {
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const folder = folderWith({
    "a.md": "# A\n\n[b](sub/b.md#top) [gone](gone.md) ![i](i.png) ![none](none.png)\n",
    "sub/b.md": "# B\n",
    "i.png": png,
  });
  const { status, stdout } = runCli(["render", "a.md"], folder);
  expect(status).toBe(0);
  expect(stdout).toContain('href="/runbooks/sub-b#top"');
  expect(stdout).toMatch(/data-ref="gone\.md"[^>]* data-unresolved=""/);
  expect(stdout).toMatch(/src="\/api\/v1\/runbooks\/a\/files\/[0-9a-f]{32}\.png"/);
  expect(stdout).toContain("This portal has no image none.png");
});

test("words of a squad mark its own dangerous commands", () => {
  const folder = folderWith({
    "a.md": "# A\n\n```bash\nrenew-node web-1\n```\n",
    words: "# ours\nrenew-node\n",
  });
  const risks = (...flags: string[]) =>
    JSON.parse(runCli(["inspect", "a.md", "--json", ...flags], folder).stdout).commands[0].risk;
  expect([risks(), risks("--words", "words")]).toEqual(["read", "danger"]);
  const lint = (...flags: string[]) => runCli(["lint", "a.md", ...flags], folder).stdout;
  expect(lint()).not.toContain("dangerous-without-warning");
  expect(lint("--words", "words")).toContain("dangerous-without-warning");
});

test("lint ends with 1 when there is an error, and with 0 when there is none", () => {
  const folder = folderWith({
    "bad.md": "# Bad\n\nSee [the other](./gone.md).\n",
    "good.md": "# Good\n\nSee [the other](./bad.md).\n",
  });
  const bad = runCli(["lint", "bad.md"], folder);
  expect([bad.status, bad.stderr]).toEqual([1, ""]);
  expect(bad.stdout).toMatch(/^bad\.md\n {2}3:5 +error +broken-reference .*docs\/lint\/broken-reference\.md/);
  expect(runCli(["lint", "good.md"], folder)).toMatchObject({
    status: 0,
    stdout: "1 file, 0 errors, 0 warnings, 0 hints\n",
  });
  expect(runCli(["lint", ".", "good.md"], folder).stdout).toMatch(/2 files, 1 error/);
});

test("a link out of the folder counts as resolved when the checkout holds its file", () => {
  const folder = folderWith({
    "docs/a.md": "# A\n\nSee [b](../ops/b.md).\n",
    "ops/b.md": "# B\n",
  });
  expect(runCli(["lint", "docs"], folder).status).toBe(1);
  mkdirSync(path.join(folder, ".git"));
  expect(runCli(["lint", "docs"], folder).status).toBe(0);
});

test("lint speaks JSON and GitHub", () => {
  const folder = folderWith({ "bad.md": "# Bad\n\nSee [the other](./gone.md).\n" });
  const json = runCli(["lint", ".", "--format", "json"], folder);
  expect(JSON.parse(json.stdout)).toMatchObject([
    { file: "bad.md", line: 3, column: 5, rule: "broken-reference", severity: "error" },
  ]);
  const github = runCli(["lint", ".", "--format=github"], folder);
  expect(github.stdout).toMatch(/^::error file=bad\.md,line=3,col=5,title=broken-reference::/);
});

test.each([
  [["inspect"], /wants the name of a file/],
  [["inspect", "a.md", "b.md"], /takes one name only/],
  [["inspect", "--colour", "a.md"], /does not know --colour/],
  [["inspect", "--__proto__", "a.md"], /does not know --__proto__/],
  [["inspect", "gone.md"], /gone\.md: there is no file or folder/],
  [["inspect", "."], /is a folder: name one file/],
  [["render", "."], /is a folder: name one file/],
  [["inspect", "a.md", "--json", "--answers"], /leave --json out/],
  [["lint", "a.md", "--format", "xml"], /one of text, json, github, not "xml"/],
  [["lint", "a.md", "--format"], /wants a value: --format FORMAT/],
  [["lint", "a.md/b.md"], /there is no file or folder/],
  [["import", "."], /wants to know whose they are: --squad/],
  [["import", "--squad", "x"], /wants the name of a file/],
  [["import", "gone", "--squad", "x"], /gone: there is no file or folder/],
  [["import", ".", "--squad", "x", "--prefix", "../y"], /without "\." and "\.\."/],
  [["export", "."], /is not empty: name a new or an empty folder/],
  [["export", "a.md"], /a\.md: .*\(EEXIST\)/],
  [["lint", "a.md", "--words", "gone"], /gone: there is no file or folder/],
  [["lint", "a.md", "--words", "words"], /^words:2 {2}"rm -rf: deadly" must end in/],
  [["frobnicate"], /has no command "frobnicate"/],
] as const)("runbook %j is called wrongly: 2, and a sentence", (args, sentence) => {
  const folder = folderWith({ "a.md": runbook, words: "recycle-node\nrm -rf: deadly\n" });
  const { status, stdout, stderr } = runCli(args, folder);
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(sentence);
  expect(stderr).not.toMatch(/^\s+at /m);
});

test("a file that is no text is refused, and the others are read all the same", () => {
  const folder = folderWith({ "a.md": runbook, "b.md": new Uint8Array([0x23, 0x20, 0x00, 0x41]) });
  expect(runCli(["inspect", "b.md"], folder)).toMatchObject({
    status: 1,
    stdout: "",
    stderr: "b.md is not a text file: it holds a zero byte.\n",
  });
  const answers = runCli(["inspect", ".", "--answers"], folder);
  expect([answers.status, JSON.parse(answers.stdout).length]).toEqual([1, 1]);
  expect(runCli(["lint", "."], folder).status).toBe(1);
});

test("bytes that are no UTF-8 are named with their place", () => {
  const latin = new Uint8Array([...Buffer.from("# Gr\u00FC\u00DFe\n\nGr"), 0xfc, 0xdf, 0x65, 0x0a]);
  const folder = folderWith({ "latin.md": latin });
  const { status, stdout } = runCli(["lint", "latin.md", "--format", "json"], folder);
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject([{ rule: "not-utf-8", severity: "error", line: 3, column: 3 }]);
});

test("CRLF and a byte order mark change nothing of what is read", () => {
  const folder = folderWith({ "a.md": runbook, "b.md": `\uFEFF${runbook.replaceAll("\n", "\r\n")}` });
  const [plain, windows] = ["a.md", "b.md"].map((file) => {
    const { stdout } = runCli(["inspect", file, "--json"], folder);
    return { ...JSON.parse(stdout), file: "" };
  });
  expect(windows).toEqual(plain);
});

test("a hostile text ends within the limits and says so", { timeout: 60_000 }, () => {
  const folder = folderWith({
    "deep.md": `# Deep\n\n${">".repeat(5_000)} x\n`,
    "large.md": `# Large\n\n${"word ".repeat(60_000)}\n`,
    "slow.md": "| **a *\n".repeat(4_000),
  });
  for (const [file, rule] of [
    ["deep.md", "too-deep"],
    ["large.md", "too-large"],
  ] as const) {
    const { status, stdout } = runCli(["inspect", file, "--json"], folder);
    const found = inspectionSchema.parse(JSON.parse(stdout));
    expect([status, found.road, found.problems.map((problem) => problem.rule)]).toEqual([
      0,
      "source",
      [rule],
    ]);
  }
  const slow = inspectionSchema.parse(JSON.parse(runCli(["inspect", "slow.md", "--json"], folder).stdout));
  if (slow.road === "source") expect(slow.problems).toMatchObject([{ severity: "error", line: 1 }]);
  const { status, stdout, stderr } = runCli(["render", "large.md"], folder);
  expect([status, stdout.slice(0, 18)]).toEqual([0, '<pre class="source']);
  expect(stderr).toMatch(/^large\.md is shown as source text:\n {2}1:1 +error +too-large/);
});

test("words of a runbook cannot steer the terminal", () => {
  const folder = folderWith({ "x.md": "# Red \u001B[31m\u202Ealert\n" });
  const { stdout } = runCli(["inspect", "x.md"], folder);
  expect(stdout).toMatch(/^Red \\u\{1b\}\[31m\\u\{202e\}alert\n/);
});

test("a reader that goes away ends the command without a word", () => {
  const folder = folderWith({ "big.md": `# Big\n\n${"```bash\nuptime\n```\n\n".repeat(3_000)}` });
  const command = `"${process.execPath}" "${bin}" inspect big.md --json | head -n 1`;
  const { stdout, stderr } = spawnSync("bash", ["-c", command], { cwd: folder, encoding: "utf8" });
  expect([stdout, stderr]).toEqual(["{\n", ""]);
});

test("it runs through a link, as npm makes one", () => {
  const folder = folderWith({ "a.md": runbook });
  symlinkSync(bin, path.join(folder, "runbook"));
  const { status, stdout } = spawnSync(path.join(folder, "runbook"), ["--version"], { encoding: "utf8" });
  expect([status, stdout.trim()]).toEqual([0, JSON.parse(readFileSync("package.json", "utf8")).version]);
});

test("help names every command, and each has its own", () => {
  const { status, stdout } = runCli(["help"]);
  expect(status).toBe(0);
  for (const name of ["inspect", "lint", "render", "import", "export"]) {
    expect(stdout).toContain(`runbook ${name} `);
    const own = runCli(["help", name]);
    expect(own.stdout).toContain(`Usage: runbook ${name} `);
    expect(runCli([name, "--help"])).toEqual(own);
  }
});

import "./lib/node-version.mjs";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { root } from "./lib/places.mjs";
import { explain, Stop, say } from "./lib/report.mjs";

// npm run score: what the reader makes of the labelled runbooks beside the checkout, held against their labels.
// Prints the figures and every miss; ends with 1 when a figure is below what is asked of it.

const shared = path.resolve(root, "../shared");
const scorer = path.join(shared, "corpus/score.mjs");

/** @type {{ title: string, folder: string, isWide?: boolean, least: Record<string, number> }[]} */
const runs = [
  {
    title: "Seeds",
    folder: "seeds",
    least: {
      commandPrecision: 100,
      commandRecall: 100,
      copyExact: 100,
      copyCore: 100,
      placeholderPrecision: 100,
      placeholderRecall: 100,
      envVarPrecision: 100,
      envVarRecall: 100,
      dangerPrecision: 100,
      dangerRecall: 100,
    },
  },
  { title: "Seeds, wide reading of danger", folder: "seeds", isWide: true, least: wide(100, 100) },
  {
    title: "Corpus",
    folder: "corpus",
    least: {
      commandPrecision: 98,
      commandRecall: 98,
      copyExact: 98,
      copyCore: 99,
      placeholderPrecision: 98,
      placeholderRecall: 97,
      envVarPrecision: 97,
      envVarRecall: 97,
      dangerPrecision: 97,
      dangerRecall: 88,
    },
  },
  { title: "Corpus, wide reading of danger", folder: "corpus", isWide: true, least: wide(90, 88) },
];

/** Restarts and rollbacks count as dangerous too; the other figures are those of the run before. */
function wide(dangerPrecision, dangerRecall) {
  return { dangerPrecision, dangerRecall };
}

const folder = mkdtempSync(path.join(tmpdir(), "score-"));
try {
  if (!existsSync(scorer)) {
    say(`There is nothing to score: ${scorer} is missing. The labelled runbooks are not part of the portal.`);
  } else {
    const answers = new Map(["seeds", "corpus"].map((name) => [name, inspect(path.join(shared, name))]));
    const misses = runs.flatMap((run) => score(run, answers.get(run.folder) ?? []));
    for (const miss of misses) say(miss);
    process.exitCode = misses.length > 0 ? 1 : 0;
  }
} catch (error) {
  explain(error);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}

/** The answers of the command line for every code block below a folder. @param {string} target */
function inspect(target) {
  const bin = path.join(root, "scripts/runbook.mjs");
  return JSON.parse(runNode([bin, "inspect", target, "--answers"]));
}

/** Prints the figures of one run and gives a line for each that is too low. */
function score({ title, folder: name, isWide, least }, answers) {
  const file = path.join(folder, "answers.json");
  const told = isWide ? answers.map((answer) => ({ ...answer, dangerous: answer.disruptive })) : answers;
  writeFileSync(file, JSON.stringify(told));
  const labels = path.join(shared, name, "labels.json");
  const printed = runNode([scorer, labels, file, "--errors", ...(isWide ? ["--wide"] : [])]);
  const end = printed.indexOf("\n}") + 2;
  const figures = JSON.parse(printed.slice(0, end));
  const errors = printed.slice(end).trim().split("\n").filter(Boolean);
  // A wide run repeats what the run before has said of everything but danger.
  const shown = isWide
    ? errors.filter((line) => /danger/.test(line))
    : [...errors, ...unnamedMisses(labels, answers)];
  const wanted = isWide ? Object.keys(least).concat("dangerous") : Object.keys(figures);
  say(`\n${title}: ${answers.length} blocks read, ${figures.labels} labelled`);
  for (const key of wanted)
    say(`  ${key.padEnd(22)} ${String(figures[key]).padStart(6)}${asked(least[key])}`);
  for (const line of shown) say(`    ${line}`);
  // "n/a" where nothing was to be found and nothing was.
  const low = Object.entries(least).filter(([key, atLeast]) => Number(figures[key]) < atLeast);
  const missing =
    !isWide && figures.noAnswer > 0 ? [`\n${title}: ${figures.noAnswer} blocks have no answer.`] : [];
  return [
    ...missing,
    ...low.map(([key, atLeast]) => `\n${title}: ${key} is ${figures[key]}, asked is ${atLeast}.`),
  ];
}

/** What the scorer counts and does not name: variables, and texts that differ in comments alone. */
function unnamedMisses(labels, answers) {
  const told = new Map(answers.map((answer) => [`${answer.file}#${answer.blockIndex}`, answer]));
  return JSON.parse(readFileSync(labels, "utf8")).flatMap((label) => {
    const id = `${label.file}#${label.blockIndex}`;
    const { envVars = [], copyText = "" } = told.get(id) ?? {};
    if (label.kind !== "command") return [];
    const isSame = normalise(copyText) === normalise(label.copyText);
    return [
      ...(isSame ? [] : [`copy text, comments included  ${id}`]),
      ...envVars
        .filter((name) => !label.envVars.includes(name))
        .map((name) => `false variable  ${id}  ${name}`),
      ...label.envVars
        .filter((name) => !envVars.includes(name))
        .map((name) => `missed variable  ${id}  ${name}`),
    ];
  });
}

/** As the labels say that texts are compared. @param {string} text */
function normalise(text) {
  const lines = text
    .replace(/\r\n?/g, "\n")
    .replaceAll("\t", "    ")
    .split("\n")
    .map((line) => line.trimEnd());
  const indents = lines.filter(Boolean).map((line) => line.search(/\S/));
  const indent = indents.length > 0 ? Math.min(...indents) : 0;
  return lines
    .map((line) => line.slice(indent))
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/^\n+|\n+$/g, "");
}

/** @param {number | undefined} atLeast */
function asked(atLeast) {
  return atLeast === undefined ? "" : `   (asked: ${atLeast})`;
}

/** @param {string[]} args */
function runNode(args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: "utf8",
    maxBuffer: 512 * 1024 * 1024,
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (status !== 0) throw new Stop(`"node ${args.join(" ")}" failed.`, stderr);
  return stdout;
}

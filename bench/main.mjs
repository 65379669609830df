import { writeFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { parseArgs } from "node:util";

// npm run bench [-- --only NAME] [--json FILE]
// Every figure stands beside a baseline that was measured in the same run: only the ratio says anything.

const groups = ["compile", "hostile", "acknowledge", "fan-out", "open-board"];

const { values } = parseArgs({ options: { only: { type: "string" }, json: { type: "string" } } });
if (values.only !== undefined && !groups.includes(values.only)) {
  process.stderr.write(`There is no row "${values.only}". Rows: ${groups.join(", ")}.\n`);
  process.exit(2);
}

const results = [];
for (const group of groups.filter((name) => values.only === undefined || name === values.only)) {
  const { run } = await import(`./rows/${group}.mjs`);
  for (const row of await run()) {
    const ratio = row.value / row.baseline;
    results.push({ ...row, ratio, met: ratio <= row.goal });
  }
}

console.log(
  `${cpus()[0]?.model ?? "unknown processor"}, ${availableParallelism()} cores, Node ${process.version}\n`,
);
const round = (value) => Number(value.toPrecision(3));
console.table(
  Object.fromEntries(
    results.map(({ name, value, unit, baseline, ratio, goal, met }) => [
      name,
      {
        value: `${round(value)} ${unit}`,
        baseline: `${round(baseline)} ${unit}`,
        ratio: round(ratio),
        goal: `≤ ${goal}`,
        met,
      },
    ]),
  ),
);
if (values.json) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`);
process.exit(0);

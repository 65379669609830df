import { expect, test } from "vitest";
import { compile } from "../worker/compile";

const stepsOf = async (source: string) =>
  (await compile({ source, format: "md" })).model.steps.map(({ ordinal, commandIds }) => [
    ordinal,
    ...commandIds,
  ]);
const fence = (command: string) => `\`\`\`bash\n${command}\n\`\`\`\n`;

test("a list that an unindented fence broke goes on, and the fence belongs to the item before", async () => {
  const source = `1. Look at the pods:\n2. Look at the log:\n\n${fence("kubectl logs web")}\n3. Restart\n`;
  expect(await stepsOf(source)).toEqual([[1], [2, "c1"], [3]]);
});

test("a list goes on across paragraphs and notes when its count does", async () => {
  const source =
    "1. Stop the writers\n2. Wait\n\nThis takes a while.\n\n> Be patient.\n\n3. Start the writers\n";
  expect(await stepsOf(source)).toEqual([[1], [2], [3]]);
});

test("a list that begins again at 1 after a paragraph is another list", async () => {
  const { html } = await compile({ source: "1. One\n2. Two\n\nThe other way:\n\n1. Three\n", format: "md" });
  expect(html.match(/<ol/g)).toHaveLength(2);
});

test("a list does not go on under the next heading, whatever its number", async () => {
  const { html } = await compile({ source: "1. One\n\n## Later\n\n2. Two\n", format: "md" });
  expect(html.match(/<ol/g)).toHaveLength(2);
});

test("items that are all numbered 1 are counted on across their fences", async () => {
  const source = `1. Stop\n${fence("systemctl stop web")}\n1. Look\n${fence("systemctl status web")}\n1. Start\n`;
  expect(await stepsOf(source)).toEqual([[1, "c1"], [2, "c2"], [3]]);
});

test("the last item has the fence that it announces", async () => {
  expect(await stepsOf(`1. Stop the job\n2. Start it again:\n\n${fence("systemctl start job")}`)).toEqual([
    [1],
    [2, "c1"],
  ]);
});

test("a fence below a list that says nothing of it stands alone", async () => {
  expect(await stepsOf(`1. Stop the job\n2. Go home.\n\n${fence("systemctl start job")}`)).toEqual([
    [1],
    [2],
  ]);
});

test("thousands of broken items are joined in linear time", async () => {
  const source = Array.from({ length: 1500 }, (_, index) => `${index + 1}. Do ${index}:\n\nand look.\n`).join(
    "\n",
  );
  const steps = await stepsOf(source);
  expect(steps).toHaveLength(1500);
  expect(steps.at(-1)).toEqual([1500]);
}, 20_000);

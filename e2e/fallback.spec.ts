import { readFileSync } from "node:fs";
import { publish } from "./support/runbooks";
import { expect, test } from "./support/test";

// Each journey has people and a browser of its own: nothing keeps them from running side by side.
test.describe.configure({ mode: "parallel" });

const template = readFileSync("content/runbook-template.md", "utf8");

/** One-word edits that each break the template as MDX; `shown` must be readable on the page all the same. */
const edits = [
  { name: "a figure after <", from: "p95 < 800ms, 99.9%", to: "p95 <800ms, 99.9%", shown: "<800ms" },
  {
    name: "an angle placeholder",
    from: "[List dependent services]",
    to: "<dependent-services>",
    shown: "<dependent-services>",
  },
  {
    name: "an HTML comment",
    from: "### Purpose",
    to: "<!-- checked by Ana -->\n\n### Purpose",
    shown: "Purpose",
  },
  {
    name: "an unclosed <br>",
    from: "### Purpose\n",
    to: "### Purpose\nOne line<br>another line\n",
    shown: "another line",
  },
  {
    name: "a paragraph that begins with export",
    from: "### Purpose\n",
    to: "### Purpose\n\nexport the metrics to Grafana first\n\n",
    shown: "export the metrics to Grafana first",
  },
  {
    name: "braces in prose",
    from: "### Purpose\n",
    to: "### Purpose\nLook at {panel} first.\n",
    shown: "{panel}",
  },
];

for (const format of ["md", "mdx"] as const) {
  for (const { name, from, to, shown } of edits) {
    test(`${name} in .${format} still shows the whole page`, async ({ visit }) => {
      expect(template).toContain(from);
      const slug = await publish(template.replace(from, to), format);
      const reader = await visit("reader");
      const answer = await reader.page.goto(`/runbooks/${slug}`);
      expect(answer?.status()).toBe(200);
      await expect(reader.page.locator(".doc")).toContainText(shown);
      await expect(reader.page.locator(".doc figure.cmd")).toHaveCount(17);
      await expect(reader.page.locator(".doc table")).toHaveCount(4);
      await expect(reader.page.getByText(/notes? for editors/)).toHaveCount(0);

      const editor = await visit("editor");
      await editor.page.goto(`/runbooks/${slug}`);
      const problems = editor.page.locator("details.problems");
      if (format === "mdx") await expect(problems).toContainText(/\d+:\d+/);
    });
  }
}

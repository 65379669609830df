import { expect, test } from "vitest";
import { splitFrontMatter } from "../front-matter";
import { readMarkdown } from "../testing/read-markdown";
import { metaFacts } from "./meta-facts";
import { readMeta } from "./read-meta";

const metaOf = (source: string) => {
  const { data, body } = splitFrontMatter(source);
  const { root } = readMarkdown(body);
  return readMeta(root, metaFacts(root, data, source), data);
};

const TABLE = "| Field | Value |\n|---|---|\n| **Service** | checkout |\n| **Squad** | [Owning Squad] |\n";
const BULLETS = "## Overview\n\n- **Squad**: Payments\n- **Service**: other\n";

test("front matter wins over the table, the table over lines, and a placeholder over nothing", () => {
  expect(metaOf(`# A\n\n${TABLE}\n${BULLETS}`)).toMatchObject({ service: "checkout", squad: "Payments" });
  expect(metaOf(`---\nservice: front\n---\n\n# A\n\n${TABLE}`)).toMatchObject({
    service: "front",
    squad: null,
  });
});

test("keys in a quote above the first section are read line by line, plain ones only there", () => {
  const source =
    "# A\n\n> **Version:** 2\n> **Last Updated:** 2 January 2026\n\nTier: 1\n\n## B\n\nOwner: nobody\n";
  expect(metaOf(source)).toMatchObject({ lastUpdated: "2026-01-02", tier: "1", squad: null });
});

test("channel, address and repository are picked out", () => {
  const source =
    "# A\n\n- **On-call**: `#checkout-oncall` or ann@example.com\n- **Repository**: https://git.example.com/checkout\n";
  expect(metaOf(source)).toMatchObject({
    onCall: "#checkout-oncall or ann@example.com",
    slack: "#checkout-oncall",
    email: "ann@example.com",
    repository: "https://git.example.com/checkout",
  });
});

test("a bullet that is only a key takes the bullets below it", () => {
  expect(metaOf("# A\n\n- **SLOs:**\n  - 99.9 % up.\n  - p95 < 1 s\n").slo).toBe("99.9 % up, p95 < 1 s");
});

test("the day of the next review is said or reckoned", () => {
  expect(metaOf("---\nlast_reviewed_on: 2026-01-15\nreview_in: 6 months\n---\n").reviewBy).toBe("2026-07-15");
  expect(metaOf("---\nnext-review: 2026-03-01\n---\n").reviewBy).toBe("2026-03-01");
  expect(metaOf("---\nlast_reviewed_on: 2026-01-15\n---\n").reviewBy).toBeNull();
});

test("a key that names the fact comes before one that only may mean it, whatever the source", () => {
  const front = "---\nowner_slack: '#pay'\nowner: Ann\n---\n\n# A\n\n";
  expect(
    metaOf(`${front}- **On-call**: <https://pager.example.com/pay>\n- **Squad**: Payments\n`),
  ).toMatchObject({
    onCall: "https://pager.example.com/pay",
    slack: "#pay",
    squad: "Payments",
  });
  expect(metaOf(front)).toMatchObject({ onCall: "#pay", squad: "Ann" });
  expect(metaOf("---\noncall: Bea\n---\n\n# A\n\n- **On-call**: Cal\n").onCall).toBe("Bea");
});

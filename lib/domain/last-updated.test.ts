import { expect, test } from "vitest";
import { withLastUpdated } from "./last-updated";

const today = "2026-11-23";

test.each([
  ["| **Last Updated** | 2025-01-02 |\n", "| **Last Updated** | 2026-11-23 |\n"],
  ["| Last updated | 2025-01-02 |\r\n", "| Last updated | 2026-11-23 |\r\n"],
  ["- **Last Updated**: 2025-01-02\n", "- **Last Updated**: 2026-11-23\n"],
  ["**Last modified:** 2025-01-02\n", "**Last modified:** 2026-11-23\n"],
  ['---\ntitle: x\nlast_updated: "2025-01-02"\n---\n', '---\ntitle: x\nlast_updated: "2026-11-23"\n---\n'],
])("%j says today", (source, dated) => {
  expect(withLastUpdated(source, today)).toBe(dated);
});

test.each([
  "| **Last Updated** | [YYYY-MM-DD] |\n",
  "| Date | 2025-01-02 |\n",
  "Last updated 2025-01-02 by Ana\n",
  "| 2025-01-02 | Last updated the pager |\n",
  "# No date\n",
  // A row is one line.
  "| Last Updated |\n2025-01-02 |\n",
  "- **Last Updated**:\n\n2025-01-02\n",
])("%j stays as it is", (source) => {
  expect(withLastUpdated(source, today)).toBe(source);
});

test("only the first place changes: front matter before the text", () => {
  const source = "---\nupdated: no\nlast_updated: 2025-01-02\n---\n\n- **Last Updated**: 2025-01-02\n";
  expect(withLastUpdated(source, today)).toBe(source.replace("2025-01-02", today));
});

test("a page of nothing but lines is looked through once", () => {
  const source = "\n".repeat(250_000);
  expect(withLastUpdated(source, today)).toBe(source);
});

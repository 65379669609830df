import { expect, test } from "vitest";
import { blankRunbook, withTitle } from "./runbook-starter";

test("a blank runbook has its title and something to tick", () => {
  expect(blankRunbook("Order outbox")).toMatch(/^# Order outbox\n/);
  expect(blankRunbook("Order outbox")).toContain("- [ ] ");
});

test("the first heading is replaced, and nothing else", () => {
  expect(withTitle("intro\n\n# Runbook: [Name]\n\n# Other\n", "Mail")).toBe("intro\n\n# Mail\n\n# Other\n");
  expect(withTitle("# A\r\nb\r\n", "Mail")).toBe("# Mail\r\nb\r\n");
});

test("front matter and comments in code are no heading", () => {
  const source = "---\n# note\nservice: a\n---\n```sh\n# look\n```\n## Part\n";
  expect(withTitle(source, "Mail")).toBe(
    "---\n# note\nservice: a\n---\n# Mail\n\n```sh\n# look\n```\n## Part\n",
  );
});

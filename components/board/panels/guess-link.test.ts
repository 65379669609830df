import { expect, test } from "vitest";
import { guessLink } from "./guess-link";

test("what a link is follows from its address", () => {
  const types = (...urls: string[]) => urls.map((url) => guessLink(url)?.type);
  expect(
    types(
      "https://grafana.example.com/d/abc",
      "https://example.slack.com/archives/C1",
      "https://example.com/org/repo/issues/7",
      "https://example.com/",
    ),
  ).toEqual(["dashboard", "chat", "tracker", "other"]);
});

test("only what a browser may open is a link", () => {
  expect(guessLink(" https://example.com/a b ")?.url).toBe("https://example.com/a%20b");
  expect([guessLink("javascript:alert(1)"), guessLink("example.com"), guessLink("")]).toEqual([
    null,
    null,
    null,
  ]);
});

import { toHtml } from "hast-util-to-html";
import { expect, test } from "vitest";
import type { Hole } from "@/lib/domain/document";
import { textOf } from "@/lib/reading/hast";
import { parseHtml } from "../testing/parse-html";
import { highlight } from "./highlight";
import { markHoles, relocateHoles } from "./mark-holes";

function holesIn(code: string, ...tokens: string[]): Hole[] {
  return tokens.map((token) => {
    const start = code.indexOf(token);
    const end = start + token.length;
    return { start, end, token, variable: token.slice(1, -1), context: "shell-bare", optional: false };
  });
}

const plain = (html: string) => textOf(parseHtml(html));

test("a placeholder inside a coloured string is a mark of its own, and no letter is lost", () => {
  const code = "curl -H 'Authorization: [api-token]' [host]";
  const html = toHtml(markHoles(highlight(code, "bash"), holesIn(code, "[api-token]", "[host]")));
  expect(plain(html)).toBe(code);
  expect(html).toContain(
    '<mark class="hole" data-hole="api-token" data-token="[api-token]">[api-token]</mark>',
  );
  expect(html).toContain('<span class="hljs-string">\'Authorization: </span>');
});

test("a placeholder that colours cut in two is one mark", () => {
  const code = "kubectl get <pod name> -n 5";
  const html = toHtml(markHoles(highlight(code, "bash"), holesIn(code, "<pod name>")));
  expect(plain(html)).toBe(code);
  expect(html.match(/<mark/g)).toHaveLength(1);
});

test("neighbouring placeholders, and those at both ends, keep their order", () => {
  const code = "[a][b] x [c]";
  const html = toHtml(markHoles(highlight(code, null), holesIn(code, "[a]", "[b]", "[c]")));
  expect(plain(html)).toBe(code);
  expect(html.match(/data-hole="(\w)"/g)).toEqual(['data-hole="a"', 'data-hole="b"', 'data-hole="c"']);
});

test("holes move with the text that is shown", () => {
  const [hole] = relocateHoles(holesIn("ls [dir]", "[dir]"), "ls [dir]", "$ ls [dir]");
  expect(hole).toMatchObject({ start: 5, end: 10 });
  expect(relocateHoles(holesIn("ls [dir]", "[dir]"), "ls [dir]", "ls")).toEqual([]);
});

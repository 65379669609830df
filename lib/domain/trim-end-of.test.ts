import { expect, test } from "vitest";
import { trimEndOf } from "./trim-end-of";

const isDash = (sign: string) => sign === "-";

test("signs go from the end and stay everywhere else", () => {
  expect(trimEndOf("-a--b--", isDash)).toBe("-a--b");
  expect(trimEndOf("a-b", isDash)).toBe("a-b");
  expect(trimEndOf("---", isDash)).toBe("");
  expect(trimEndOf("", isDash)).toBe("");
});

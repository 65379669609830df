import { expect, test } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { assertCan } from "./assert-can";

const reader: Actor = {
  id: "0193a000-0000-7000-8000-0000000000aa",
  name: "Ana",
  email: "ana@example.com",
  role: "reader",
  memberOf: [],
  editorOf: [],
};

test("a refusal says whom to ask, a right is let through", () => {
  expect(() => assertCan(reader, "event.append")).toThrow(expect.objectContaining({ code: "forbidden" }));
  expect(() => assertCan({ ...reader, role: "responder" }, "event.append")).not.toThrow();
});

test("whose rights could not be read is asked to try again, and may read meanwhile", () => {
  const standIn: Actor = { ...reader, isStandIn: true };
  expect(() => assertCan(standIn, "event.append")).toThrow(expect.objectContaining({ code: "unavailable" }));
  expect(() => assertCan(standIn, "runbook.read")).not.toThrow();
});

test("a break-glass visitor is refused for good, also while the database is away, and may read", () => {
  const visitor: Actor = { ...reader, isStandIn: true, breakGlassUntil: "2026-11-23T14:05:00.000Z" };
  expect(() => assertCan(visitor, "event.append")).toThrow(expect.objectContaining({ code: "forbidden" }));
  expect(() => assertCan(visitor, "incident.read")).not.toThrow();
});

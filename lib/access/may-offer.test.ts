import { expect, test } from "vitest";
import type { Actor, Role } from "@/lib/domain/actor";
import { can, mayOffer } from "./policy";

const standIn = (claimedRole: Role): Actor => ({
  id: "0193a000-0000-7000-8000-0000000000aa",
  name: "Ana",
  email: "ana@example.com",
  role: "reader",
  memberOf: [],
  editorOf: [],
  isStandIn: true,
  claimedRole,
});

test("while the database is away, ticking is offered to whom the session calls a responder, and to no reader", () => {
  expect(mayOffer(standIn("responder"), "event.append")).toBe(true);
  expect(mayOffer(standIn("reader"), "event.append")).toBe(false);
});

test("what is offered is no right", () => {
  expect(can(standIn("admin"), "event.append")).toBe(false);
});

test("with the database there, its role counts alone", () => {
  const { isStandIn: _, claimedRole: __, ...reader } = standIn("reader");
  expect(mayOffer(reader, "event.append")).toBe(false);
  expect(mayOffer({ ...reader, role: "responder" }, "event.append")).toBe(true);
});

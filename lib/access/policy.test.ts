import { expect, test } from "vitest";
import { type Actor, type Role, roles } from "@/lib/domain/actor";
import { can, mayOffer, type Permission, permissions } from "./policy";

const own = "0193a000-0000-7000-8000-000000000001";
const other = "0193a000-0000-7000-8000-000000000002";

const actorOf = (role: Role, editorOf: string[] = [own]): Actor => ({
  id: "0193a000-0000-7000-8000-0000000000aa",
  name: "Ana",
  email: "ana@example.com",
  role,
  memberOf: editorOf,
  editorOf,
});

/** Who may, of reader, responder, editor, admin; the target is a row of the actor's own squad. */
const table: Record<Permission, [boolean, boolean, boolean, boolean]> = {
  "runbook.read": [true, true, true, true],
  "runbook.create": [false, false, true, true],
  "runbook.edit": [false, false, true, true],
  "problems.read": [false, false, true, true],
  "incident.read": [true, true, true, true],
  "incident.open": [false, true, true, true],
  "incident.change-status": [false, true, true, true],
  "incident.export": [true, true, true, true],
  "event.append": [false, true, true, true],
  "copy.keep": [true, true, true, true],
  "squad.read": [true, true, true, true],
  "squad.manage": [false, false, false, true],
  "squad.set-risk-words": [false, false, true, true],
  "user.manage": [false, false, false, true],
  "audit.read": [false, false, false, true],
  "read-link.manage": [false, false, false, true],
};

test.each(permissions)("%s is given as the table says", (permission) => {
  const given = roles.map((role) => can(actorOf(role), permission, { squadId: own }));
  expect(given).toEqual(table[permission]);
});

test("an editor edits the runbooks of the own squads, not those of another", () => {
  expect(can(actorOf("editor"), "runbook.edit", { squadId: own })).toBe(true);
  expect(can(actorOf("editor"), "runbook.edit", { squadId: other })).toBe(false);
  expect(can(actorOf("admin", []), "runbook.edit", { squadId: other })).toBe(true);
});

test("an editor names the dangerous words of the own squads alone", () => {
  expect(can(actorOf("editor"), "squad.set-risk-words", { squadId: own })).toBe(true);
  expect(can(actorOf("editor"), "squad.set-risk-words", { squadId: other })).toBe(false);
  expect(can(actorOf("editor", []), "squad.set-risk-words", { squadId: null })).toBe(false);
});

test("a runbook without a squad is open to editors of any squad", () => {
  expect(can(actorOf("editor"), "runbook.edit", { squadId: null })).toBe(true);
  expect(can(actorOf("editor", []), "runbook.edit", { squadId: null })).toBe(false);
});

test("an editor's mark in a squad means nothing below the role", () => {
  expect(can(actorOf("responder"), "runbook.edit", { squadId: own })).toBe(false);
});

test("a break-glass link reads runbooks and incidents, whatever role it would claim", () => {
  for (const role of roles) {
    const visitor: Actor = { ...actorOf(role), breakGlassUntil: "2026-11-23T14:05:00.000Z" };
    const given = permissions.filter((permission) => can(visitor, permission, { squadId: own }));
    expect(given).toEqual(["runbook.read", "incident.read"]);
  }
});

const standIn = (claimedRole: Role): Actor => ({ ...actorOf("reader", []), isStandIn: true, claimedRole });

test("while the database is away, ticking is offered to whom the session calls a responder, and to no reader", () => {
  expect(mayOffer(standIn("responder"), "event.append")).toBe(true);
  expect(mayOffer(standIn("reader"), "event.append")).toBe(false);
  expect(mayOffer(actorOf("reader"), "event.append")).toBe(false);
  expect(mayOffer(actorOf("responder"), "event.append")).toBe(true);
});

test("what is offered is no right", () => {
  expect(can(standIn("admin"), "event.append")).toBe(false);
});

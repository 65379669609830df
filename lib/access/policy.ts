import { type Actor, atLeast } from "@/lib/domain/actor";

/** What a permission is asked about. The squad comes from the loaded row, never from the request. */
export type Target = { squadId?: string | null };

/**
 * The one table of who may do what. Pages, actions, routes and buttons all ask it. An admin may do everything.
 * A runbook without a squad can be edited by editors of any squad.
 */
const rules = {
  "runbook.read": () => true,
  "runbook.create": (actor) => atLeast(actor.role, "editor"),
  "runbook.edit": (actor, target) =>
    atLeast(actor.role, "editor") &&
    (target.squadId ? actor.editorOf.includes(target.squadId) : actor.editorOf.length > 0),
  "problems.read": (actor) => atLeast(actor.role, "editor"),
  "incident.read": () => true,
  "incident.open": (actor) => atLeast(actor.role, "responder"),
  "incident.change-status": (actor) => atLeast(actor.role, "responder"),
  "incident.export": () => true,
  "event.append": (actor) => atLeast(actor.role, "responder"),
  /** A copy in the browser for the time without a network; it is dropped at the sign-out. */
  "copy.keep": () => true,
  "squad.read": () => true,
  "squad.manage": () => false,
  "squad.set-risk-words": (actor, target) =>
    atLeast(actor.role, "editor") && Boolean(target.squadId && actor.editorOf.includes(target.squadId)),
  "user.manage": () => false,
  "audit.read": () => false,
  "read-link.manage": () => false,
} satisfies Record<string, (actor: Actor, target: Target) => boolean>;

export type Permission = keyof typeof rules;

export const permissions = Object.keys(rules) as Permission[];

/** All that a break-glass link opens. */
const behindGlass: ReadonlySet<Permission> = new Set(["runbook.read", "incident.read"]);

export function can(actor: Actor, permission: Permission, target: Target = {}): boolean {
  if (actor.breakGlassUntil !== undefined && !behindGlass.has(permission)) return false;
  const rule: (actor: Actor, target: Target) => boolean = rules[permission];
  return actor.role === "admin" || rule(actor, target);
}

/**
 * Whether a page offers an act that the browser keeps until the server can check it. While the database is away the
 * role of the session counts here; `assertCan` decides once the act arrives, by the role in the database.
 */
export function mayOffer(actor: Actor, permission: Permission, target: Target = {}): boolean {
  return can({ ...actor, role: actor.claimedRole ?? actor.role }, permission, target);
}

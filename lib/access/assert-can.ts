import type { Actor } from "@/lib/domain/actor";
import { AppError } from "@/lib/errors";
import { can, type Permission, type Target } from "./policy";

const refusals: Record<Permission, string> = {
  "runbook.read": "You may not read this runbook.",
  "runbook.create": "Only editors can create runbooks. Ask a squad lead or an admin.",
  "runbook.edit": "Only editors of the squad that owns this runbook can change it. Ask its squad lead.",
  "problems.read": "Only editors see the problems of a runbook.",
  "incident.read": "You may not read this incident.",
  "incident.open": "Only responders can start an incident. Ask an admin for the responder role.",
  "incident.change-status": "Only responders can change the status. Ask an admin for the responder role.",
  "incident.export": "You may not export this incident.",
  "event.append": "Only responders can tick steps and write notes. Ask an admin for the responder role.",
  "copy.keep": "You may not keep a copy.",
  "squad.read": "You may not see squads.",
  "squad.manage": "Only admins manage squads.",
  "squad.set-risk-words": "Only editors of this squad set its dangerous words. Ask its squad lead.",
  "user.manage": "Only admins manage people.",
  "audit.read": "Only admins read the audit record.",
  "read-link.manage": "Only admins make and revoke break-glass links.",
};

/**
 * Throws AppError "forbidden" with a sentence that says whom to ask. `target` comes from the loaded row. Whose rights
 * could not be read is not refused for good: that is "unavailable", and browsers try again.
 */
export function assertCan(actor: Actor, permission: Permission, target: Target = {}): void {
  if (can(actor, permission, target)) return;
  if (actor.breakGlassUntil !== undefined) {
    throw new AppError(
      "forbidden",
      "A break-glass link lets you read runbooks and incidents, nothing else. Sign in to do more.",
    );
  }
  if (actor.isStandIn) {
    throw new AppError(
      "unavailable",
      "The database did not answer, so your rights could not be read. Nothing was saved; try again in a moment.",
    );
  }
  throw new AppError("forbidden", refusals[permission]);
}

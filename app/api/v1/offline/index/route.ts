import { actorOrThrow } from "@/lib/access/actor";
import { can } from "@/lib/access/policy";
import { copyVersion, type KeptPerson } from "@/lib/domain/offline-copy";
import { listKeptRunbooks } from "@/lib/features/runbooks/list-kept-runbooks";
import { handle } from "@/lib/http/handle";

/** What this person's browser should hold of the runbooks, and whose copy it is. */
export function GET(request: Request): Promise<Response> {
  return handle(request, async () => {
    const actor = await actorOrThrow();
    const runbooks = await listKeptRunbooks(actor);
    const { id, name, role } = actor;
    const person: KeptPerson = { id, name, role, canOpen: can(actor, "incident.open") };
    return Response.json({ version: copyVersion, person, runbooks });
  });
}

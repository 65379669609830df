import { actorOrThrow } from "@/lib/access/actor";
import { changeStatus, changeStatusSchema } from "@/lib/features/incidents/change-status";
import { incidentNumberOf } from "@/lib/features/incidents/incident-number";
import { handle } from "@/lib/http/handle";

/** Moves an incident to another status. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ key: string }> },
): Promise<Response> {
  return handle(request, async ({ json }) => {
    const actor = await actorOrThrow();
    const input = await json(changeStatusSchema);
    return Response.json(await changeStatus(actor, incidentNumberOf((await params).key), input));
  });
}

import { actorOrThrow } from "@/lib/access/actor";
import { assertCan } from "@/lib/access/assert-can";
import { listIncidents } from "@/lib/features/incidents/list-incidents";
import { handle } from "@/lib/http/handle";

/** The incidents that are not resolved, for a browser to keep; `lastSeq` tells which board has moved on. */
export function GET(request: Request): Promise<Response> {
  return handle(request, async () => {
    const actor = await actorOrThrow();
    assertCan(actor, "copy.keep");
    const incidents = await listIncidents(actor, { status: ["open", "mitigated"], limit: 20 });
    return Response.json({ incidents });
  });
}

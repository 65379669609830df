import { actorOrThrow } from "@/lib/access/actor";
import { assertCan } from "@/lib/access/assert-can";
import { AppError } from "@/lib/errors";
import { listIncidents } from "@/lib/features/incidents/list-incidents";
import { handle } from "@/lib/http/handle";

/** The incidents that are not resolved, for a browser to keep; `lastSeq` tells which board has moved on. */
export function GET(request: Request): Promise<Response> {
  return handle(request, async () => {
    const actor = await actorOrThrow();
    assertCan(actor, "copy.keep");
    const { incidents, stale } = await listIncidents(actor, { status: ["open", "mitigated"], limit: 20 });
    if (stale)
      throw new AppError("unavailable", "The database cannot be reached. What is kept on this device stays.");
    return Response.json({ incidents });
  });
}

import { actorOrThrow } from "@/lib/access/actor";
import { incidentRefOf } from "@/lib/features/incidents/incident-number";
import { startRun, startRunSchema } from "@/lib/features/incidents/start-run";
import { handle } from "@/lib/http/handle";

/** Follows one more runbook in the incident. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ key: string }> },
): Promise<Response> {
  return handle(request, async ({ json }) => {
    const actor = await actorOrThrow();
    const input = await json(startRunSchema);
    return Response.json(await startRun(actor, incidentRefOf((await params).key), input));
  });
}

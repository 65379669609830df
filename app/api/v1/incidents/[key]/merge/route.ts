import { actorOrThrow } from "@/lib/access/actor";
import { incidentNumberOf } from "@/lib/features/incidents/incident-number";
import { mergeIncident, mergeIncidentSchema } from "@/lib/features/incidents/merge-incident";
import { handle } from "@/lib/http/handle";

/** Ends a duplicate: the incident goes on in another one. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ key: string }> },
): Promise<Response> {
  return handle(request, async ({ json }) => {
    const actor = await actorOrThrow();
    const input = await json(mergeIncidentSchema);
    return Response.json(await mergeIncident(actor, incidentNumberOf((await params).key), input));
  });
}

import { actorOrThrow } from "@/lib/access/actor";
import { openIncident, openIncidentSchema } from "@/lib/features/incidents/open-incident";
import { handle } from "@/lib/http/handle";

/** Opens an incident. */
export async function POST(request: Request): Promise<Response> {
  return handle(request, async ({ json }) => {
    const actor = await actorOrThrow();
    const { key } = await openIncident(actor, await json(openIncidentSchema));
    return Response.json({ key }, { status: 201, headers: { Location: `/incidents/${key}` } });
  });
}

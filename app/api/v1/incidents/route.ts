import { actorOrThrow } from "@/lib/access/actor";
import { AppError } from "@/lib/errors";
import { listIncidents } from "@/lib/features/incidents/list-incidents";
import { openIncident, openIncidentSchema } from "@/lib/features/incidents/open-incident";
import { handle } from "@/lib/http/handle";

/** `?status=open`: the incidents that are not resolved, drills too, the newest first. */
export async function GET(request: Request): Promise<Response> {
  return handle(request, async ({ url }) => {
    const actor = await actorOrThrow();
    if (url.searchParams.get("status") !== "open") throw new AppError("invalid", "Say which: ?status=open.");
    const { incidents } = await listIncidents(actor, { status: ["open", "mitigated"] });
    return Response.json({
      incidents: incidents.map(({ key, title, severity, status, isDrill, openedAt }) => ({
        key,
        title,
        severity,
        status,
        isDrill,
        openedAt,
      })),
    });
  });
}
/** Opens an incident. */
export async function POST(request: Request): Promise<Response> {
  return handle(request, async ({ json }) => {
    const actor = await actorOrThrow();
    const opened = await openIncident(actor, await json(openIncidentSchema));
    return Response.json(opened, { status: 201, headers: { Location: `/incidents/${opened.key}` } });
  });
}

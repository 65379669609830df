import { z } from "zod";
import { watchActor } from "@/lib/access/watch-actor";
import { getIncidentId } from "@/lib/features/events/list-events";
import { streamEvents } from "@/lib/features/events/stream-events";
import { incidentRefOf } from "@/lib/features/incidents/incident-number";
import { watchPresence } from "@/lib/features/presence/watch-presence";
import { handle } from "@/lib/http/handle";
import { parseWith } from "@/lib/http/read-json";

const afterSchema = z.object({
  after: z.coerce.number().int().min(0).max(2_147_483_647),
});

/** The events of an incident as they happen (server-sent events). `Last-Event-ID` resumes, else `?after=`. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ key: string }> },
): Promise<Response> {
  return handle(request, async ({ url }) => {
    const { actor, reload } = await watchActor();
    const { after } = parseWith(afterSchema, {
      after: request.headers.get("last-event-id") ?? url.searchParams.get("after") ?? 0,
    });
    const incidentId = await getIncidentId(actor, incidentRefOf((await params).key));
    return new Response(
      streamEvents({
        actor,
        reload,
        incidentId,
        after,
        signal: request.signal,
        watch: watchPresence,
      }),
      {
        headers: {
          "Content-Type": "text/event-stream; charset=utf-8",
          // Proxies must neither keep nor gather nor compress it.
          "Cache-Control": "no-cache, no-transform",
          "X-Accel-Buffering": "no",
        },
      },
    );
  });
}

/** Next would answer HEAD with GET and never end the stream. */
export function HEAD(): Response {
  return new Response(null, { status: 405, headers: { Allow: "GET" } });
}

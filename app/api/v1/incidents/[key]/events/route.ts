import { z } from "zod";
import { actorOrThrow } from "@/lib/access/actor";
import { eventInputSchema } from "@/lib/domain/incident-event";
import { eventPageLimit, listEvents } from "@/lib/features/events/list-events";
import { recordEvent } from "@/lib/features/events/record-event";
import { incidentRefOf } from "@/lib/features/incidents/incident-number";
import { handle } from "@/lib/http/handle";
import { parseWith } from "@/lib/http/read-json";

type Context = { params: Promise<{ key: string }> };

const querySchema = z.object({
  after: z.coerce.number().int().min(0).max(2_147_483_647).default(0),
  limit: z.coerce.number().int().min(1).max(eventPageLimit).default(eventPageLimit),
});

/** The events after a sequence number, for browsers whose stream is cut. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return handle(request, async ({ url }) => {
    const actor = await actorOrThrow();
    const query = parseWith(querySchema, Object.fromEntries(url.searchParams));
    const { events, lastSeq } = await listEvents(actor, incidentRefOf((await params).key), query);
    return Response.json({ events, lastSeq });
  });
}

/** Appends one event; the same id again answers 200 with the first answer. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return handle(request, async ({ json }) => {
    const actor = await actorOrThrow();
    const input = await json(eventInputSchema);
    const { event, isRepeat } = await recordEvent(actor, incidentRefOf((await params).key), input);
    return Response.json({ event }, { status: isRepeat ? 200 : 201 });
  });
}

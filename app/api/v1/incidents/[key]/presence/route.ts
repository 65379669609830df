import { actorOrThrow } from "@/lib/access/actor";
import { presenceInputSchema } from "@/lib/domain/presence";
import { incidentRefOf } from "@/lib/features/incidents/incident-number";
import { recordPresence } from "@/lib/features/presence/record-presence";
import { handle } from "@/lib/http/handle";

const bodyLimit = 1_024;

/** Says that a board is open and at which step its person works, or that it was closed. Answers 204. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ key: string }> },
): Promise<Response> {
  return handle(request, async ({ json }) => {
    const actor = await actorOrThrow();
    const input = await json(presenceInputSchema, bodyLimit);
    await recordPresence(actor, incidentRefOf((await params).key), input);
    return new Response(null, { status: 204 });
  });
}

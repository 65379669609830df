import { actorOrThrow } from "@/lib/access/actor";
import { AppError } from "@/lib/errors";
import { listResponders } from "@/lib/features/people/list-responders";
import { handle } from "@/lib/http/handle";

/** `?for=incident`: who can be given a role in an incident. */
export async function GET(request: Request): Promise<Response> {
  return handle(request, async ({ url }) => {
    const actor = await actorOrThrow();
    if (url.searchParams.get("for") !== "incident") {
      throw new AppError("invalid", "Say for what: ?for=incident.");
    }
    return Response.json({ people: await listResponders(actor) });
  });
}

import { actorOrThrow } from "@/lib/access/actor";
import { searchRunbooks } from "@/lib/features/runbooks/search-runbooks";
import { handle } from "@/lib/http/handle";

const shown = 8;

/** `?q=words`: runbooks whose title, alert, heading or command fits, best first. */
export async function GET(request: Request): Promise<Response> {
  return handle(request, async ({ url }) => {
    const found = await searchRunbooks(await actorOrThrow(), url.searchParams.get("q") ?? "", shown);
    return Response.json({
      runbooks: found.map(({ slug, title, squadName, isTemplate }) => ({
        slug,
        title,
        squadName,
        isTemplate,
      })),
    });
  });
}

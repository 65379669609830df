import { actorOrThrow } from "@/lib/access/actor";
import { slugOfParam } from "@/lib/domain/slug";
import { getRunbookSource } from "@/lib/features/runbooks/get-runbook";
import { handle } from "@/lib/http/handle";

type Context = { params: Promise<{ slug: string }> };

/** `GET /runbooks/SLUG.md`: the source text, byte for byte, as plain text so that no browser makes it a page. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return handle(request, async () => {
    const slug = slugOfParam((await params).slug);
    const { source, sha256 } = await getRunbookSource(await actorOrThrow(), slug);
    return new Response(source, {
      headers: {
        "Content-Type": "text/plain; charset=utf-8",
        "X-Content-Type-Options": "nosniff",
        ETag: `"${sha256}"`,
        "Cache-Control": "private, no-cache",
      },
    });
  });
}

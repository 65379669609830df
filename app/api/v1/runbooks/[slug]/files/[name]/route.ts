import { actorOrThrow } from "@/lib/access/actor";
import { slugOfParam } from "@/lib/domain/slug";
import { getRunbookFile } from "@/lib/features/runbooks/get-runbook-file";
import { handle } from "@/lib/http/handle";

type Context = { params: Promise<{ slug: string; name: string }> };

/** An image that came along with a runbook. Opened by itself it can run nothing: an SVG is a document, too. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return handle(request, async () => {
    const { slug, name } = await params;
    const { bytes, contentType } = await getRunbookFile(await actorOrThrow(), slugOfParam(slug), name);
    return new Response(Uint8Array.from(bytes), {
      headers: {
        "Content-Type": contentType,
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        "Cache-Control": "private, max-age=31536000, immutable",
      },
    });
  });
}

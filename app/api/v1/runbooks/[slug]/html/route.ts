import { actorOrThrow } from "@/lib/access/actor";
import { slugOfParam } from "@/lib/domain/slug";
import { getOneFileRunbook } from "@/lib/features/runbooks/get-one-file-runbook";
import { handle } from "@/lib/http/handle";

type Context = { params: Promise<{ slug: string }> };

/** `GET /runbooks/SLUG.html`: the runbook as one file to keep. A download, since here our policy would stop its script. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return handle(request, async () => {
    const slug = slugOfParam((await params).slug);
    const page = await getOneFileRunbook(await actorOrThrow(), slug);
    return new Response(page, {
      headers: {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Disposition": `attachment; filename="runbook.html"; filename*=UTF-8''${encodeURIComponent(slug)}.html`,
        "X-Content-Type-Options": "nosniff",
      },
    });
  });
}

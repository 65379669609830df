import { z } from "zod";
import { actorOrThrow } from "@/lib/access/actor";
import { slugOfParam } from "@/lib/domain/slug";
import { listRevisions } from "@/lib/features/runbooks/list-revisions";
import { publishRevision, publishSchema } from "@/lib/features/runbooks/publish-revision";
import { revisionBodyLimit } from "@/lib/features/runbooks/revision-input";
import { handle } from "@/lib/http/handle";
import { parseWith } from "@/lib/http/read-json";

type Context = { params: Promise<{ slug: string }> };

const querySchema = z.object({ before: z.coerce.number().int().min(1).max(2_147_483_647).optional() });

/** The revisions, newest first, a page at a time. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return handle(request, async ({ url }) => {
    const actor = await actorOrThrow();
    const { before } = parseWith(querySchema, Object.fromEntries(url.searchParams));
    return Response.json(await listRevisions(actor, slugOfParam((await params).slug), before));
  });
}

/** Publishes a revision. 409 with both texts when somebody published since; the same request again answers 200. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return handle(request, async ({ json }) => {
    const actor = await actorOrThrow();
    const input = await json(publishSchema, revisionBodyLimit);
    const slug = slugOfParam((await params).slug);
    const { number, title, isRepeat } = await publishRevision(actor, { ...input, slug });
    return Response.json(
      { number, title },
      {
        status: isRepeat ? 200 : 201,
        headers: { Location: `/runbooks/${encodeURIComponent(slug)}/revisions/${number}` },
      },
    );
  });
}

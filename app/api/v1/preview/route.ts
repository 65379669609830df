import { toPreview } from "@/components/editor/preview";
import { actorOrThrow } from "@/lib/access/actor";
import { previewRunbook, previewSchema } from "@/lib/features/runbooks/preview-runbook";
import { revisionBodyLimit } from "@/lib/features/runbooks/revision-input";
import { handle } from "@/lib/http/handle";

/** What a text will look like, and what is wrong with it. Nothing is stored. */
export function POST(request: Request): Promise<Response> {
  return handle(request, async ({ json }) => {
    const actor = await actorOrThrow();
    const input = await json(previewSchema, revisionBodyLimit);
    return Response.json(toPreview(await previewRunbook(actor, input)));
  });
}

import { toBoardSteps } from "@/components/board/board-steps";
import { toRunAids } from "@/components/board/panels/run-aids";
import { toRunbookProps } from "@/components/runbook/runbook-props";
import { actorOrThrow } from "@/lib/access/actor";
import { assertCan } from "@/lib/access/assert-can";
import { slugOfParam } from "@/lib/domain/slug";
import { getRunbookPage } from "@/lib/features/runbooks/get-runbook";
import { handle } from "@/lib/http/handle";

type Context = { params: Promise<{ slug: string }> };

/** A runbook as JSON for the time without a network: what its page needs, and the steps of an incident that follows it. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return handle(request, async () => {
    const actor = await actorOrThrow();
    assertCan(actor, "copy.keep");
    const page = await getRunbookPage(actor, slugOfParam((await params).slug));
    return Response.json({
      runbook: toRunbookProps(actor, page),
      steps: toBoardSteps(page.compiled.model),
      aids: toRunAids(page.compiled),
    });
  });
}

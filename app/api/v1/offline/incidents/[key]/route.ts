import { toBoardProps } from "@/components/board/board-props";
import { actorOrThrow } from "@/lib/access/actor";
import { assertCan } from "@/lib/access/assert-can";
import { AppError } from "@/lib/errors";
import { getBoard } from "@/lib/features/incidents/get-board";
import { incidentNumberOf } from "@/lib/features/incidents/incident-number";
import { handle } from "@/lib/http/handle";

type Context = { params: Promise<{ key: string }> };

/** The boards of an incident as JSON, one a run in the order of their start, for the time without a network. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return handle(request, async () => {
    const actor = await actorOrThrow();
    assertCan(actor, "copy.keep");
    const board = await getBoard(actor, incidentNumberOf((await params).key));
    if (board.stale) {
      throw new AppError("unavailable", "The database cannot be reached. What is kept on this device stays.");
    }
    const now = new Date();
    return Response.json({ boards: board.runs.map((run) => toBoardProps(actor, board, run, now)) });
  });
}

export const dynamic = "force-dynamic";

/**
 * 200 for as long as the process answers at all. It asks nothing else: an orchestrator that restarts the portal
 * because Postgres is away would end the one thing that still shows the runbooks.
 */
export function GET(): Response {
  return Response.json({ status: "ok" }, { headers: { "Cache-Control": "no-store" } });
}

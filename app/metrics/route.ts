import { countStreams } from "@/lib/features/events/stream-seats";
import { runbookAges } from "@/lib/features/runbooks/runbook-ages";
import { metrics } from "@/lib/metrics";

export const dynamic = "force-dynamic";

/** The metrics of this process for Prometheus. Open without sign-in: keep it inside the network. */
export async function GET(): Promise<Response> {
  const { registry, runbookAge, eventStreams } = metrics();
  const ages = await runbookAges(new Date());
  runbookAge.reset();
  for (const [slug, age] of ages) runbookAge.set({ slug }, age);
  eventStreams.set(countStreams());
  return new Response(await registry.metrics(), {
    headers: { "Content-Type": registry.contentType, "Cache-Control": "no-store" },
  });
}

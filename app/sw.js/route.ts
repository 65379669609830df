import { getServiceWorker } from "@/lib/features/offline/get-service-worker";
import { handle } from "@/lib/http/handle";

/** The service worker. Never from a cache: an old one would keep an old shell alive. */
export function GET(request: Request): Promise<Response> {
  return handle(request, async () => {
    const headers = { "Content-Type": "text/javascript; charset=utf-8", "Cache-Control": "no-cache" };
    return new Response(await getServiceWorker(), { headers });
  });
}

// Read from the disk of the running portal: a build would fix what it found.
export const dynamic = "force-dynamic";

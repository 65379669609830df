import { checkReadiness } from "@/lib/features/health/check-readiness";
import { contentImportedAt } from "@/lib/features/runbooks/import-content";
import { libraryCopy } from "@/lib/features/runbooks/library";

export const dynamic = "force-dynamic";

/**
 * Each part with its state. 200 while runbooks can be read, also when the database is away ("degraded"): a balancer
 * must keep sending readers. 503 only when not even reading works.
 */
export async function GET(): Promise<Response> {
  const readiness = await checkReadiness({ copy: libraryCopy(), importedAt: contentImportedAt() });
  return Response.json(readiness, {
    status: readiness.canRead ? 200 : 503,
    headers: { "Cache-Control": "no-store" },
  });
}

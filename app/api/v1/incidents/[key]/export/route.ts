import { z } from "zod";
import { actorOrThrow } from "@/lib/access/actor";
import { exportFormats, exportReview } from "@/lib/features/incidents/get-review";
import { handle } from "@/lib/http/handle";
import { parseWith } from "@/lib/http/read-json";

const querySchema = z.object({ format: z.enum(exportFormats, { error: "use md or json" }) });

/** The review of an incident as a file: `?format=md` or `?format=json`. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ key: string }> },
): Promise<Response> {
  return handle(request, async ({ url }) => {
    const actor = await actorOrThrow();
    const { format } = parseWith(querySchema, Object.fromEntries(url.searchParams));
    const { name, contentType, body } = await exportReview(actor, (await params).key, format);
    return new Response(body, {
      headers: {
        "Content-Type": contentType,
        // Made of letters, digits and a dot alone, so it needs no quoting rules.
        "Content-Disposition": `attachment; filename="${name}"`,
        "X-Content-Type-Options": "nosniff",
      },
    });
  });
}

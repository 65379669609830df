import type { z } from "zod";
import { AppError } from "@/lib/errors";

/** Reads a JSON body of at most `limit` bytes and parses it with `schema`. */
export async function readJson<T>(request: Request, schema: z.ZodType<T>, limit: number): Promise<T> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  // A form of another site can send text/plain without asking, but not this.
  if (type !== "application/json") {
    throw new AppError(
      "unsupported-type",
      "Send the body as JSON, with the header Content-Type: application/json.",
    );
  }
  return parseWith(schema, parseJson(await readLimited(request, limit)));
}

/** Parses with zod; a miss is an AppError "invalid" with a sentence for each field. */
export function parseWith<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const fields: Record<string, string> = {};
  for (const issue of result.error.issues) fields[issue.path.join(".") || "body"] ??= issue.message;
  const [name, sentence] = Object.entries(fields)[0] ?? ["body", "is not as expected"];
  throw new AppError("invalid", `The field "${name}" is not right: ${sentence}.`, { fields });
}

async function readLimited(request: Request, limit: number): Promise<string> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw tooLarge(limit);
  const reader = request.body?.getReader();
  if (!reader) return "";
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > limit) {
      await reader.cancel();
      throw tooLarge(limit);
    }
    parts.push(value);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(parts));
  } catch (cause) {
    throw new AppError("bad-request", "The body is not UTF-8 text.", { cause });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError("bad-request", "The body is not JSON.", { cause });
  }
}

function tooLarge(limit: number): AppError {
  return new AppError("too-large", `The body is larger than ${Math.floor(limit / 1024)} KB.`);
}

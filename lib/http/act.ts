import "server-only";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import type { ActionResult } from "@/lib/domain/action-result";
import { toAppError } from "./to-app-error";

export type { ActionResult };

/**
 * Runs a server action's use case. Foreseen failures become an answer; others are logged and become one general
 * sentence. Redirects and not-found pass through.
 */
export async function act<T>(run: () => Promise<T>): Promise<ActionResult<T>> {
  try {
    return { ok: true, value: await run() };
  } catch (error) {
    unstable_rethrow(error);
    const { code, message, fields } = toAppError(error);
    return { ok: false, code, message, fields };
  }
}

/** The values of a form by field name; files and Next's own fields are left out. */
export function formValues(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      typeof value === "string" && !name.startsWith("$ACTION") ? [[name, value] as const] : [],
    ),
  );
}

/** Parses with zod; throws AppError "invalid" whose `fields` hold the first sentence for each field. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.infer<S> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw toAppError(result.error);
}

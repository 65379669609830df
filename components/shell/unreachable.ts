import { unstable_rethrow } from "next/navigation";
import { type ActionResult, unreachable } from "@/lib/domain/action-result";

/** Waits for a server action; one that fails on its way is an answer too, so that the form stays with what was typed. */
export async function orUnreachable<T>(answer: Promise<ActionResult<T>>): Promise<ActionResult<T>> {
  try {
    return await answer;
  } catch (error) {
    unstable_rethrow(error);
    return unreachable;
  }
}

import "server-only";
import { db } from "./client";

/** Ends the connections of this process, so that a program that is done can end. */
export async function closeDatabase(): Promise<void> {
  await db().$disconnect();
}

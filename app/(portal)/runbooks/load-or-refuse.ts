import { notFound } from "next/navigation";
import { AppError } from "@/lib/errors";

type Loaded<T> = { value: T; refusal: null } | { value: null; refusal: string };

/** What a page shows, or the sentence why this actor may not see it. What is not there becomes the not-found page. */
export async function loadOrRefuse<T>(load: () => Promise<T>): Promise<Loaded<T>> {
  try {
    return { value: await load(), refusal: null };
  } catch (error) {
    if (error instanceof AppError && error.code === "not-found") notFound();
    if (error instanceof AppError && error.code === "forbidden")
      return { value: null, refusal: error.message };
    throw error;
  }
}

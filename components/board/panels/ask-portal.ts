export type Answer<T> = { ok: true; value: T } | { ok: false; message: string };

const deadlineMs = 8_000;

/** Asks the portal for something that only it knows or may do. A failure is a sentence for the person. */
export async function askPortal<T>(path: string, body?: object): Promise<Answer<T>> {
  try {
    const response = await fetch(path, {
      signal: AbortSignal.timeout(deadlineMs),
      ...(body && {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body),
      }),
    });
    const answer: unknown = await response.json();
    if (response.ok) return { ok: true, value: answer as T };
    return { ok: false, message: detailOf(answer) ?? "The portal could not do that. Try again." };
  } catch {
    return { ok: false, message: "The portal cannot be reached. Try again when it is." };
  }
}

function detailOf(answer: unknown): string | null {
  if (typeof answer !== "object" || answer === null || !("detail" in answer)) return null;
  return typeof answer.detail === "string" ? answer.detail : null;
}

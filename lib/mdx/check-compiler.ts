import { compiler } from "./compiler";

const patienceMs = 3_000;

/** Whether a worker turns a tiny text into HTML now, past the cache. Says in words what is wrong, else null. */
export async function checkCompiler(): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("late")), patienceMs);
  });
  try {
    const { html } = await Promise.race([
      compiler().pool.run({ source: "Ready\n", format: "md", imageHosts: [] }),
      late,
    ]);
    return html.includes("Ready") ? null : "the worker gave another text than it was given";
  } catch {
    return "no worker compiles texts: pages that are not in memory are shown as source text";
  } finally {
    clearTimeout(timer);
  }
}

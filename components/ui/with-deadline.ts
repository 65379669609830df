/** Waits for `work`, but no longer than `ms`; then fails with what `late` makes. The work itself goes on. */
export async function withDeadline<T>(work: Promise<T>, ms: number, late: () => Error): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), ms);
  });
  return await Promise.race([work, end]).finally(() => clearTimeout(timer));
}

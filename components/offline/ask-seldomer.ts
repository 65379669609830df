const firstMs = 2_000;
const longestMs = 30_000;

/**
 * Asks again and again, after pauses that grow to half a minute; not while the tab is hidden, and at once when it is
 * looked at again. Gives what ends it.
 */
export function askSeldomer(ask: () => void): () => void {
  let pause = firstMs;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    timer = setTimeout(() => {
      ask();
      pause = Math.min(pause * 1.5, longestMs);
      wait();
    }, pause);
  };
  const onChange = () => {
    clearTimeout(timer);
    if (document.hidden) return;
    pause = firstMs;
    ask();
    wait();
  };
  if (!document.hidden) wait();
  document.addEventListener("visibilitychange", onChange);
  return () => {
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", onChange);
  };
}

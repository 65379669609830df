type Close = () => void | Promise<void>;

// Kept on the global object: Next loads modules more than once in a process.
const shared = globalThis as { portalShutdown?: Set<Close>; portalIsStopping?: true };

/**
 * Runs `close` when the process is told to stop. Open streams must be closed by us: the server waits for them
 * before it ends. Told already, it closes at once. Returns a function that takes the wish back.
 */
export function onShutdown(close: Close): () => void {
  if (!shared.portalShutdown) {
    shared.portalShutdown = new Set();
    process.once("SIGTERM", closeAll);
    process.once("SIGINT", closeAll);
  }
  shared.portalShutdown.add(close);
  // A connection that was kept alive can still bring a request that opens a stream.
  if (shared.portalIsStopping) queueMicrotask(() => shared.portalShutdown?.has(close) && void close());
  return () => {
    shared.portalShutdown?.delete(close);
  };
}

function closeAll(): void {
  shared.portalIsStopping = true;
  for (const close of shared.portalShutdown ?? []) void close();
}

type Close = () => void | Promise<void>;

// Kept on the global object: Next loads modules more than once in a process.
const shared = globalThis as { portalShutdown?: Set<Close> };

/**
 * Runs `close` when the process is told to stop. Open streams must be closed by us: the server waits for them
 * before it ends. Returns a function that takes the wish back.
 */
export function onShutdown(close: Close): () => void {
  if (!shared.portalShutdown) {
    shared.portalShutdown = new Set();
    process.once("SIGTERM", closeAll);
    process.once("SIGINT", closeAll);
  }
  shared.portalShutdown.add(close);
  return () => {
    shared.portalShutdown?.delete(close);
  };
}

function closeAll(): void {
  for (const close of shared.portalShutdown ?? []) void close();
}

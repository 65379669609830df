/** Called once by Next when a server process starts, before it answers. */
export async function register(): Promise<void> {
  // Next compiles this file for its edge runtime too, where none of our parts could run.
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { startPortal } = await import("./start-portal");
    await startPortal();
  }
}

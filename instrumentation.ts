/** Called once by Next when a server process starts, before it answers. */
export async function register(): Promise<void> {
  const { startPortal } = await import("./start-portal");
  await startPortal();
}

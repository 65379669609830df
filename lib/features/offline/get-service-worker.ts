import "server-only";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";

const assetsSchema = z.object({
  build: z.string().min(1),
  files: z.array(z.string().startsWith("/_next/static/")),
});

/** Takes the worker of an earlier production build away from a browser that meets a development server. */
const farewell = `self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.registration.unregister()));
`;

/**
 * The script of the service worker: what was bundled, with the name of this build and the files of its shell before
 * it. Another build, another script: that is how a browser learns of it. Throws AppError "not-found" without a build.
 */
export async function getServiceWorker(): Promise<string> {
  if (env().NODE_ENV === "development") return farewell;
  const root = path.resolve(/* turbopackIgnore: true */ process.cwd());
  try {
    const [assets, script] = await Promise.all([
      readFile(path.join(root, env().PORTAL_DIST_DIR, "offline-assets.json"), "utf8"),
      readFile(path.join(root, "build", "service-worker.js"), "utf8"),
    ]);
    return `self.portalBuild = ${JSON.stringify(assetsSchema.parse(JSON.parse(assets)))};\n${script}`;
  } catch (cause) {
    throw new AppError("not-found", "This portal was built without its offline part.", { cause });
  }
}

let buildId: string | null = null;

/** Name of the Next build that this process serves; null in development, where nothing is built. */
export async function getBuildId(): Promise<string | null> {
  if (env().NODE_ENV === "development") return null;
  if (buildId !== null) return buildId;
  const file = path.resolve(/* turbopackIgnore: true */ process.cwd(), env().PORTAL_DIST_DIR, "BUILD_ID");
  buildId = (await readFile(file, "utf8")).trim();
  return buildId;
}

/// <reference lib="webworker" />
import { Serwist } from "serwist";
import { isPortalPage } from "../portal-pages";
import { dropOldShells, setCacheOf } from "./build-cache";
import { fetchWithin, navigate } from "./navigate";
import { thisBuildOnly } from "./this-build-only";

declare const self: ServiceWorkerGlobalScope & {
  /** Written before this script by the portal: the build, and the files of its shell. */
  portalBuild: { build: string; files: string[] };
};

/*
 * Holds the shell of one build, and nothing of anybody: what a person may read is kept by the pages, in IndexedDB.
 * The shell comes as a whole or not at all, so that no device ever mixes two builds.
 */
const { build, files } = self.portalBuild;
const shellAddress = "/offline";
const softLimitMs = 8_000;

setCacheOf(build);

const serwist = new Serwist({
  precacheEntries: [
    { url: shellAddress, revision: build },
    // Their names hold a hash of what is in them.
    ...files.map((url) => ({ url, revision: null })),
  ],
  precacheOptions: { plugins: [thisBuildOnly(shellAddress, build)], concurrency: 6 },
  skipWaiting: true,
  clientsClaim: true,
  disableDevLogs: true,
});

const isNavigation = (request: Request) => request.mode === "navigate" && request.method === "GET";

serwist.registerCapture(
  ({ request, url, sameOrigin }) => sameOrigin && isNavigation(request) && isPortalPage(url.pathname),
  async ({ request, event }) => {
    event.waitUntil(dropOldShells(build));
    return navigate(request, async () => (await serwist.matchPrecache(shellAddress)) ?? null);
  },
);

// A tab of an earlier build asks for parts that the server no longer has.
serwist.registerCapture(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith("/_next/static/"),
  async ({ request }) => (await caches.match(request, { ignoreVary: true })) ?? fetch(request),
);

// A page change without a reload hangs for minutes on a network that swallows everything: failing, it becomes a reload.
serwist.registerCapture(
  ({ request, sameOrigin }) =>
    sameOrigin && request.headers.get("RSC") === "1" && !request.headers.has("Next-Router-Prefetch"),
  ({ request }) => fetchWithin(request, softLimitMs),
);

self.addEventListener("activate", (event) => event.waitUntil(dropOldShells(build)));
serwist.addEventListeners();

/// <reference lib="webworker" />
import type { SerwistPlugin } from "serwist";

/**
 * Takes into the shell only whole answers, and a page only when it names the build: with several portals behind one
 * address, or in the middle of a deployment, another build may answer. A refusal fails the whole installation, and the
 * browser tries again at a later visit.
 */
export function thisBuildOnly(page: string, build: string): SerwistPlugin {
  return {
    cacheWillUpdate: async ({ request, response }) => {
      if (response.status !== 200 || response.redirected) return null;
      if (new URL(request.url).pathname !== page) return response;
      return (await response.clone().text()).includes(build) ? response : null;
    },
  };
}

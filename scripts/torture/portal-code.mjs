import { readFileSync } from "node:fs";
import { bundle } from "../lib/bundle.mjs";

/**
 * The browser's code as a function: each call gives a copy of its own, whose globals are the ones given.
 * @returns {Promise<(globals: { fetch: typeof fetch, EventSource: unknown }) => typeof import("./portal-code.ts")>}
 */
export async function loadPortalCode() {
  const file = await bundle({
    name: "torture-portal-code",
    entry: "scripts/torture/portal-code.ts",
    options: { format: "iife", globalName: "portalCode", packages: "bundle", platform: "browser" },
  });
  const quiet = { addEventListener: () => {}, removeEventListener: () => {} };
  const tab = { window: quiet, document: { ...quiet, hidden: false, visibilityState: "visible" } };
  const make = new Function(
    "fetch",
    "EventSource",
    ...Object.keys(tab),
    `${readFileSync(file, "utf8")}; return portalCode;`,
  );
  return ({ fetch, EventSource }) => make(fetch, EventSource, ...Object.values(tab));
}

import { readFileSync } from "node:fs";
import { bundle } from "../lib/bundle.mjs";

/**
 * The browser's code as a function: each call gives a copy of its own, with the network that is given and a clock that
 * is off by `clockOffMs`.
 * @returns {Promise<(globals: { fetch: typeof fetch, EventSource: unknown, clockOffMs?: number }) =>
 *   typeof import("./portal-code.ts")>}
 */
export async function loadPortalCode() {
  const file = await bundle({
    name: "torture-portal-code",
    entry: "scripts/torture/portal-code.ts",
    options: { format: "iife", globalName: "portalCode", packages: "bundle", platform: "browser" },
  });
  const names = ["fetch", "EventSource", "Date", "window", "document", "navigator"];
  const make = new Function(...names, `${readFileSync(file, "utf8")}; return portalCode;`);
  const quiet = { addEventListener: () => {}, removeEventListener: () => {} };
  const page = { ...quiet, hidden: false, visibilityState: "visible" };
  return ({ fetch, EventSource, clockOffMs = 0 }) =>
    make(fetch, EventSource, dateOff(clockOffMs), quiet, page, { onLine: true });
}

/** @param {number} ms */
function dateOff(ms) {
  return class extends Date {
    /** @param {...any} parts */
    constructor(...parts) {
      if (parts.length === 0) super(Date.now() + ms);
      else super(.../** @type {[any]} */ (parts));
    }
    static now() {
      return Date.now() + ms;
    }
  };
}

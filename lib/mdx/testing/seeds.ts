import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** A seed runbook from `content/`, or from the shared folder beside a checkout that has none yet. For tests. */
export function readSeed(name: "runbook-template" | "api-service-example"): string {
  const own = path.resolve("content", `${name}.md`);
  return readFileSync(existsSync(own) ? own : path.resolve("../shared/seeds", `${name}.md`), "utf8");
}

import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { Stop } from "./report.mjs";

/**
 * A secret that is made once and kept in a file that only we can read.
 * @param {string} file
 * @param {boolean} mayMake false when something already depends on the secret that should be there
 */
export function readOrMakeSecret(file, mayMake = true) {
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  if (!mayMake) {
    throw new Stop(
      `The file ${file} is gone, and the database beside it cannot be opened without it: put it back from a backup.`,
    );
  }
  const secret = randomBytes(33).toString("base64url");
  writeFileSync(file, `${secret}\n`, { mode: 0o600, flag: "wx" });
  return secret;
}

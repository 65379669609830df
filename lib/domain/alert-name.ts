/**
 * An alert's name as a key: lower case, letters and digits only, a trailing "alert" taken off, so that
 * `High Latency Alert` and `HighLatency` meet.
 */
export function normalizeAlertName(name: string): string {
  const plain = name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  const short = plain.replace(/alert$/, "");
  return short === "" ? plain : short;
}

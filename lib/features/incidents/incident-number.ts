import { parseIncidentKey } from "@/lib/domain/incident-key";
import { AppError } from "@/lib/errors";

/** The number in a key of an address; throws AppError "not-found" for what is no key. */
export function incidentNumberOf(key: string): number {
  const number = parseIncidentKey(key);
  if (number === null) throw new AppError("not-found", "There is no incident at this address.");
  return number;
}

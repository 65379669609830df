import { type IncidentRef, parseIncidentKey, parseIncidentRef } from "@/lib/domain/incident-key";
import { AppError } from "@/lib/errors";

/** The number in a key of an address; throws AppError "not-found" for what is no key. */
export function incidentNumberOf(key: string): number {
  return parseIncidentKey(key) ?? nowhere();
}

/** The incident that an address names by key or by id; throws AppError "not-found" for what is neither. */
export function incidentRefOf(text: string): IncidentRef {
  return parseIncidentRef(text) ?? nowhere();
}

function nowhere(): never {
  throw new AppError("not-found", "There is no incident at this address.");
}

const pattern = /^inc-(\d{1,9})$/i;

/** `42` → `INC-0042`: four digits, more when the number needs them. */
export function formatIncidentKey(number: number): string {
  return `INC-${String(number).padStart(4, "0")}`;
}

/** `INC-0042`, `inc-42` → 42; null for anything else. */
export function parseIncidentKey(key: string): number | null {
  const digits = pattern.exec(key)?.[1];
  if (digits === undefined) return null;
  const number = Number(digits);
  // Postgres keeps the number in 4 bytes; a larger one would be an error of the query, not a miss.
  return number > 0 && number <= 2_147_483_647 ? number : null;
}

/** An incident by its number, or by the id that a browser made before the portal had given a number. */
export type IncidentRef = number | string;

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** `INC-0042` → 42, a UUID → itself in lower case; null for anything else. */
export function parseIncidentRef(text: string): IncidentRef | null {
  return uuid.test(text) ? text.toLowerCase() : parseIncidentKey(text);
}

/** A setting that the harness (scripts/test.mjs) gives to the journeys. */
export function required(name: "E2E_BASE_URL" | "DATABASE_URL" | "NEXTAUTH_SECRET"): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the journeys with "npm run e2e".`);
  return value;
}

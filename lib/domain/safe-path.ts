/** A path of this portal to go to, or "/" for anything that could lead elsewhere (`//evil.example`, `/\evil`). */
export function safePath(value: unknown): string {
  if (typeof value !== "string" || !/^\/(?![/\\])[^\\\s]*$/.test(value)) return "/";
  return value;
}

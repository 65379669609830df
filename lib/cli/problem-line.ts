import type { Problem } from "@/lib/domain/document";
import { printable } from "./printable";

/** One problem for people: `12:3  warning  broken-reference  …`. */
export function problemLine({ line, column, severity, rule, message }: Problem): string {
  return `${`${line}:${column}`.padEnd(7)}  ${severity.padEnd(7)}  ${rule}  ${printable(message)}`;
}

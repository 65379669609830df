import pino from "pino";
import { maskSecrets } from "@/lib/domain/commands/mask-secrets";

const leftOut = "[left out]";
const secretName =
  /pass(?:word|wd|phrase)|secret|token(?!version)|cookie|authorization|api[-_]?key|credential|database_?url/i;
const deepest = 6;
const longestText = 8_000;

/**
 * A copy for the log: fields whose name says secret are left out at any depth, texts pass the mask for secrets (an
 * error of a library may quote an address with a password), and what is too deep or too long is cut.
 */
export function withoutSecrets(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return cleanText(value);
  if (value === null || typeof value !== "object") return typeof value === "bigint" ? String(value) : value;
  if (depth > deepest) return "[too deep]";
  if (value instanceof Error) return withoutSecrets(plainError(value), depth);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.slice(0, 50).map((item) => withoutSecrets(item, depth + 1));
  if (value instanceof Headers) return withoutSecrets(Object.fromEntries(value), depth);
  if (value instanceof Map) return withoutSecrets(Object.fromEntries(value), depth);
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      secretName.test(name) && item !== null && item !== undefined
        ? leftOut
        : withoutSecrets(item, depth + 1),
    ]),
  );
}

/** Its words, stack, code and cause; not the other fields, in which libraries keep whole requests. */
function plainError(error: Error): Record<string, unknown> {
  const { type, message, stack, code } = pino.stdSerializers.err(error);
  return { type, message, ...(code === undefined ? {} : { code }), stack };
}

function cleanText(text: string): string {
  const cut = text.length > longestText ? `${text.slice(0, longestText)}…` : text;
  return maskSecrets(cut, {}, []);
}

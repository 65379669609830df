import { innerText } from "../placeholders/placeholder-tokens";

/**
 * The key that makes `[service-name]`, `<service_name>`, `<serviceName>` and `{{ Service Name }}` one variable. What a
 * placeholder says beside its name (", e.g. api", "(default 80)") is no part of it.
 */
export function variableKey(token: string): string {
  const inner = innerText(token);
  const words = nameIn(inner) || inner;
  return words
    .replace(/(?<=[a-z0-9])(?=[A-Z][a-z])/g, "-")
    .toLowerCase()
    .replace(/[\s_]+/g, "-");
}

/** What a field for the placeholder is called; "value" where the text gives an example and no name. */
export function variableLabel(token: string): string {
  const inner = innerText(token);
  return nameIn(inner) === "" ? "value" : variableKey(token);
}

/** The example or the default that a placeholder gives; null when it gives none. */
export function exampleIn(token: string): string | null {
  const inner = innerText(token);
  const given = /\be\.g\.,?\s*(.+?)\)?$/.exec(inner)?.[1] ?? /\(default:?\s+([^)]+)\)$/i.exec(inner)?.[1];
  return given?.trim() ?? null;
}

function nameIn(inner: string): string {
  return (/^(.*?)[,;:]?\s*\(?\b(?:e\.g\.|default:?\s)/i.exec(inner)?.[1] ?? inner).trim();
}

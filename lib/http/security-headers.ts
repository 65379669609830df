import { env, imageHosts } from "@/lib/env";

/**
 * The policy of every page. Scripts: our own files, those that they load, and Next's inline ones by nonce; no eval.
 * Styles may be inline: the editor and the dialogs write style elements, and a style cannot run code.
 */
export function contentSecurityPolicy(nonce: string): string {
  // React's development build evaluates code to rebuild server stacks; the production build never does.
  const evaluation = env().NODE_ENV === "development" ? " 'unsafe-eval'" : "";
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${evaluation}`,
    "style-src 'self' 'unsafe-inline'",
    ["img-src 'self' data:", ...imageHosts().map((host) => `https://${host}`)].join(" "),
    "font-src 'self' data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join("; ");
}

/** Headers that are the same for every answer. Opener isolation is not among them: browsers complain on plain http. */
export const fixedHeaders = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "x-frame-options": "DENY",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=()",
} as const;

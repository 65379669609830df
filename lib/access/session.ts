import "server-only";
import { createHash } from "node:crypto";
import { cookies } from "next/headers";
import { decode } from "next-auth/jwt";
import { env } from "@/lib/env";
import type { SessionClaims } from "./auth-options";

/** For this long a cookie that was opened need not be opened again; a session that ends sooner counts no longer. */
const keptMs = 60_000;
const kept = 2_000;

type Opened = { claims: SessionClaims; untilMs: number };

// Next may load this module more than once in a process.
const shared = globalThis as { portalSessions?: Map<string, Opened> };

/**
 * What the session cookie of this request carries; null without one, or when it is not ours or has ended. It says who
 * somebody was when they signed in: whether they still may is asked of the database each time.
 */
export async function readSession(): Promise<SessionClaims | null> {
  const isSecure = env().NEXTAUTH_URL.startsWith("https://");
  const name = `${isSecure ? "__Secure-" : ""}next-auth.session-token`;
  const token = joinChunks(name, (await cookies()).getAll());
  return token ? openSession(token) : null;
}

/** Deriving the key and decrypting takes a millisecond: done once a minute and cookie, and kept by its hash alone. */
export async function openSession(token: string): Promise<SessionClaims | null> {
  shared.portalSessions ??= new Map();
  const opened = shared.portalSessions;
  const key = createHash("sha256").update(token).digest("base64");
  const known = opened.get(key);
  if (known && known.untilMs > Date.now()) return known.claims;
  opened.delete(key);
  // Throws for whatever this portal did not write, and for what is over.
  const payload = await decode({ token, secret: env().NEXTAUTH_SECRET }).catch(() => null);
  if (!payload?.claims) return null;
  const endMs = typeof payload.exp === "number" ? payload.exp * 1_000 : 0;
  const oldest = opened.keys().next();
  if (opened.size >= kept && !oldest.done) opened.delete(oldest.value);
  opened.set(key, { claims: payload.claims, untilMs: Math.min(Date.now() + keptMs, endMs) });
  return payload.claims;
}

/** next-auth cuts a long cookie into `name.0`, `name.1` and so on. */
function joinChunks(name: string, all: { name: string; value: string }[]): string {
  return all
    .flatMap((cookie) => {
      if (cookie.name === name) return [{ at: -1, value: cookie.value }];
      const at = cookie.name.startsWith(`${name}.`) ? cookie.name.slice(name.length + 1) : "";
      return /^\d{1,3}$/.test(at) ? [{ at: Number(at), value: cookie.value }] : [];
    })
    .sort((one, other) => one.at - other.at)
    .map(({ value }) => value)
    .join("");
}

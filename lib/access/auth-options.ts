import "server-only";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import type { Actor } from "@/lib/domain/actor";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { signInWithPassword } from "./sign-in";

/**
 * What a session cookie carries, signed and encrypted. The copy of role and squads counts only for reading while
 * Postgres is gone; otherwise both are read afresh at each request (actor.ts).
 */
export type SessionClaims = { actor: Actor; tokenVersion: number };

declare module "next-auth" {
  interface Session {
    claims?: SessionClaims;
  }
  interface User {
    claims?: SessionClaims;
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    claims?: SessionClaims;
  }
}

const sessionSeconds = 14 * 24 * 3_600;

/**
 * next-auth's set-up. An OIDC provider goes beside the password one: its `profile` must yield the `claims` of a row
 * in `users`, and nothing else here changes.
 */
export function authOptions(): NextAuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: "jwt", maxAge: sessionSeconds },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [
      Credentials({
        id: "password",
        name: "Email and password",
        credentials: { email: { type: "email" }, password: { type: "password" } },
        async authorize(credentials, request) {
          const claims = await signInWithPassword(
            { email: credentials?.email ?? "", password: credentials?.password ?? "" },
            addressOf(request.headers ?? {}),
          ).catch(sayWhy);
          return (
            claims && { id: claims.actor.id, name: claims.actor.name, email: claims.actor.email, claims }
          );
        },
      }),
    ],
    callbacks: {
      jwt({ token, user }) {
        if (user?.claims) token.claims = user.claims;
        return token;
      },
      session({ session, token }) {
        if (token.claims) session.claims = token.claims;
        return session;
      },
    },
  };
}

/** next-auth hands the message of a plain Error to the sign-in form; only foreseen ones may go there. */
function sayWhy(error: unknown): never {
  if (error instanceof AppError) throw new Error(error.message);
  throw new Error("Signing in does not work at the moment. Try again in a minute.", { cause: error });
}

/** The caller's address as our own proxy wrote it; null without one, since a browser can write the header itself. */
function addressOf(headers: Record<string, unknown>): string | null {
  const forwarded = headers["x-forwarded-for"];
  if (!env().PORTAL_TRUST_PROXY || typeof forwarded !== "string") return null;
  return forwarded.split(",").at(-1)?.trim() || null;
}

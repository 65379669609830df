import "server-only";
import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "./auth-options";

type Context = { params: Promise<{ nextauth: string[] }> };

/** next-auth's own routes under /api/auth. */
export function handleAuth(request: NextRequest, context: Context): Promise<Response> {
  return NextAuth(request, context, authOptions());
}

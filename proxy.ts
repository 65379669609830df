import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy, fixedHeaders } from "@/lib/http/security-headers";

/**
 * Sets headers, decides nothing: who may do what is asked in the data layer (lib/access). Each page gets a fresh nonce;
 * Next finds it in the request's policy and puts it on its own scripts.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  // A log line and an error page can be matched by this id; a caller's own is taken when it looks like one.
  const given = request.headers.get("x-request-id");
  const requestId = given && /^[\w-]{8,64}$/.test(given) ? given : crypto.randomUUID();
  headers.set("x-request-id", requestId);
  // Whoever has to sign in first is led back to what they wanted.
  headers.set("x-portal-path", request.nextUrl.pathname + request.nextUrl.search);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  response.headers.set("x-request-id", requestId);
  for (const [name, value] of Object.entries(fixedHeaders)) response.headers.set(name, value);
  return response;
}

export const config = { matcher: ["/((?!_next/static|favicon.ico|icon.svg).*)"] };

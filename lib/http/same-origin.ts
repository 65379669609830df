import { AppError } from "@/lib/errors";

type Trust = {
  /** Full address of the portal. */
  portalUrl: string;
  /** Other origins that may write. */
  trustedOrigins: string[];
  /** Whether `X-Forwarded-Host` comes from a proxy of ours. */
  trustProxy: boolean;
};

/**
 * Refuses a write that another site's page has sent. A browser says where a page comes from in `Origin` and
 * `Sec-Fetch-Site`; a program that is no browser sends neither and carries no cookie that it was not given.
 */
export function assertSameOrigin(headers: Headers, trust: Trust): void {
  const origin = headers.get("origin");
  if (origin !== null) {
    if (isOurs(origin, headers, trust)) return;
    throw refusal();
  }
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") throw refusal();
}

function isOurs(origin: string, headers: Headers, trust: Trust): boolean {
  if (!URL.canParse(origin)) return false;
  const url = new URL(origin);
  const known = [trust.portalUrl, ...trust.trustedOrigins].filter((address) => URL.canParse(address));
  if (known.some((address) => new URL(address).origin === url.origin)) return true;
  const forwarded = trust.trustProxy ? headers.get("x-forwarded-host")?.split(",")[0]?.trim() : null;
  return url.host === (forwarded || headers.get("host"));
}

function refusal(): AppError {
  return new AppError(
    "forbidden",
    "This request came from another site. Open the portal itself and try again; an admin can add the address to PORTAL_TRUSTED_ORIGINS.",
  );
}

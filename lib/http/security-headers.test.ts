import { afterEach, expect, test, vi } from "vitest";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

async function imagePolicy(hosts: string): Promise<string | undefined> {
  vi.resetModules();
  vi.stubEnv("DATABASE_URL", "postgresql://portal:x@127.0.0.1:5432/portal");
  vi.stubEnv("NEXTAUTH_SECRET", "0123456789abcdef0123456789abcdef");
  vi.stubEnv("PORTAL_IMAGE_HOSTS", hosts);
  const { contentSecurityPolicy } = await import("./security-headers");
  return contentSecurityPolicy("n")
    .split("; ")
    .find((rule) => rule.startsWith("img-src"));
}

test("images come from the portal and from nowhere else", async () => {
  expect(await imagePolicy("")).toBe("img-src 'self' data:");
});

test("images come from the hosts that the operator names, by https", async () => {
  expect(await imagePolicy("img.example.com, *.example.org")).toBe(
    "img-src 'self' data: https://img.example.com https://*.example.org",
  );
});

import { afterEach, expect, test, vi } from "vitest";
import { parseEnv, setting } from "@/lib/env";

const good = {
  DATABASE_URL: "postgresql://portal:secret@127.0.0.1:5432/portal",
  NEXTAUTH_SECRET: "0123456789abcdef0123456789abcdef",
};

test("a complete environment passes and gets its defaults", () => {
  expect(parseEnv(good)).toMatchObject({
    ...good,
    PORT: 3000,
    NEXTAUTH_URL: "http://localhost:3000",
    PORTAL_POLL_MS: 5_000,
  });
});

test.each([
  ["DATABASE_URL", undefined, "is missing: set it to postgresql://"],
  ["DATABASE_URL", "mysql://x", "must start with postgresql://"],
  ["NEXTAUTH_SECRET", undefined, "is missing: set it to 32 or more"],
  ["NEXTAUTH_SECRET", "short", "at least 32 characters"],
  ["NEXTAUTH_URL", "runbooks", "full address"],
  ["PORT", "http", "PORT"],
  ["PORT", "70000", "PORT"],
  ["PORTAL_LOG_LEVEL", "loud", "PORTAL_LOG_LEVEL"],
  ["PORTAL_IMAGE_HOSTS", "https://img.example.com", "names of hosts"],
  ["PORTAL_IMAGE_HOSTS", "img.example.com; script-src *", "names of hosts"],
  ["PORTAL_RISK_WORDS", "recycle-node, rm -rf", '"-rf" is no word of a command'],
  ["PORTAL_RISK_WORDS", "recycle-node: deadly", "must end in"],
  ["PORTAL_TRUST_PROXY", "yes", "PORTAL_TRUST_PROXY"],
])("%s = %s is refused by name, with the mend", (name, value, sentence) => {
  const parse = () => parseEnv({ ...good, [name]: value });
  expect(parse).toThrow(name);
  expect(parse).toThrow(sentence);
});

test("every wrong variable is named at once, and no value is shown", () => {
  const parse = () => parseEnv({ NEXTAUTH_SECRET: "hunter2" });
  expect(parse).toThrow(/DATABASE_URL .+\nNEXTAUTH_SECRET .+/);
  expect(parse).not.toThrow("hunter2");
});

test("lists and flags are read", () => {
  const env = parseEnv({
    ...good,
    PORTAL_TRUSTED_ORIGINS: "https://a.example, https://b.example,",
    PORTAL_IMAGE_HOSTS: "img.example.com:8443, *.Example.org",
    PORTAL_TRUST_PROXY: "1",
    PORTAL_RISK_WORDS: "recycle-node, somectl evict: change",
  });
  expect(env.PORTAL_RISK_WORDS).toEqual([
    { words: ["recycle-node"], risk: "danger" },
    { words: ["somectl", "evict"], risk: "change" },
  ]);
  expect(env.PORTAL_IMAGE_HOSTS).toEqual(["img.example.com:8443", "*.example.org"]);
  expect(env.PORTAL_TRUSTED_ORIGINS).toEqual(["https://a.example", "https://b.example"]);
  expect(env.PORTAL_TRUST_PROXY).toBe(true);
});

afterEach(() => {
  vi.unstubAllEnvs();
});

test("one setting can be read where the others are missing, and is checked as ever", () => {
  vi.stubEnv("NEXTAUTH_SECRET", undefined);
  vi.stubEnv("DATABASE_URL", good.DATABASE_URL);
  expect(setting("DATABASE_URL")).toBe(good.DATABASE_URL);
  expect(setting("PORTAL_RISK_WORDS")).toEqual([]);
  vi.stubEnv("DATABASE_URL", "mysql://x");
  expect(() => setting("DATABASE_URL")).toThrow("DATABASE_URL must start with postgresql://");
});

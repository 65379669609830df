import { expect, test } from "vitest";
import { AppError } from "./errors";
import { createLog } from "./log";

/** What would stand in the log. */
function written(...args: [object, string?]): string {
  let lines = "";
  createLog("info", {
    write: (line) => {
      lines += line;
    },
  }).info(...args);
  return lines;
}

const secret = "hunter2-and-more";

test.each([
  ["a field", { password: secret }],
  ["a field in other letters", { newPassword: secret, API_KEY: secret }],
  [
    "a field deep inside",
    { request: { headers: { cookie: secret, authorization: secret, "x-portal": { token: secret } } } },
  ],
  ["headers", { headers: new Headers({ authorization: secret, "Set-Cookie": secret }) }],
  ["a list", { people: [{ passwordHash: secret }, { resetToken: secret }] }],
  ["an address in a text", { detail: `cannot connect to postgresql://portal:${secret}@db:5432/portal` }],
  ["an error's message", { err: new Error(`bad header Authorization: Bearer ${secret}`) }],
  [
    "an error's fields",
    { err: Object.assign(new Error("failed"), { config: { headers: { cookie: secret } }, token: secret }) },
  ],
  [
    "an error's cause",
    { err: new AppError("internal", "Failed.", { cause: new Error(`password=${secret}`) }) },
  ],
  ["the environment", { env: { DATABASE_URL: secret, NEXTAUTH_SECRET: secret } }],
])("a secret in %s never reaches the log", (_, fields) => {
  const line = written(fields, "something happened");
  expect(line).not.toContain(secret);
  expect(JSON.parse(line)).toMatchObject({ app: "runbook-portal", level: 30, msg: "something happened" });
});

test("what is no secret stays readable", () => {
  const cause = new Error("connection refused");
  const line = JSON.parse(
    written({
      requestId: "abc",
      status: 503,
      err: new AppError("unavailable", "The database does not answer.", { cause }),
    }),
  );
  expect(line).toMatchObject({ requestId: "abc", status: 503 });
  expect(line.err.message).toContain("The database does not answer.");
  expect(line.err.message).toContain("connection refused");
  expect(line.err.stack).toContain("log.test.ts");
});

test("a circle and a very long text do not stop the log", () => {
  const circle: Record<string, unknown> = { name: "x".repeat(100_000) };
  circle.self = circle;
  expect(written(circle, "still here").length).toBeLessThan(80_000);
});

import { expect, test } from "vitest";
import { isSecretName } from "./secret-names";

test.each([
  "api-token",
  "new-password",
  "PGPASSWORD",
  "SSHPASS",
  "dbpassword",
  "accesstoken",
  "clientsecret",
  "jwt",
  "session-cookie",
  "GITHUB_PAT",
  "REDISCLI_AUTH",
  "SLACK_WEBHOOK_URL",
])("the value of %s stays in the browser", (name) => {
  expect(isSecretName(name)).toBe(true);
});

test.each([
  "service-name",
  "secret-name",
  "TOKEN_FILE",
  "pattern",
  "path",
  "author",
  "namespace",
  "compass",
  "timestamp:start",
])("the value of %s may be shared", (name) => {
  expect(isSecretName(name)).toBe(false);
});

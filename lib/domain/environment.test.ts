import { expect, test } from "vitest";
import type { Variable } from "./document";
import { findEnvironment } from "./environment";

const variable = (key: string, choices: string[] = []): Variable => ({
  key,
  label: key,
  tokens: [`[${key}]`],
  style: "square",
  isSecret: false,
  input: "text",
  choices,
  example: null,
  isProduced: false,
  uses: 1,
});

test("a choice of environments sets the environment", () => {
  const variables = [
    variable("service"),
    variable("dev/staging/production", ["dev", "staging", "production"]),
  ];
  const values = { service: "api", "dev/staging/production": "production" };
  expect(findEnvironment(variables, values)).toEqual({ name: "production", isProduction: true });
});

test("so does a variable that is called so, whatever is typed", () => {
  expect(findEnvironment([variable("env")], { env: "eu-prod" })).toEqual({
    name: "eu-prod",
    isProduction: true,
  });
  expect(findEnvironment([variable("environment")], { environment: "staging" })?.isProduction).toBe(false);
});

test("no value, another choice and another name set none", () => {
  expect(findEnvironment([variable("env")], {})).toBeNull();
  expect(findEnvironment([variable("size", ["small", "large"])], { size: "large" })).toBeNull();
  expect(findEnvironment([variable("product")], { product: "production" })).toBeNull();
  expect(findEnvironment([variable("env")], { env: "product-api" })?.isProduction).toBe(false);
});

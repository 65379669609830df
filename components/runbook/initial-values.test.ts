import { expect, test } from "vitest";
import type { Variable } from "@/lib/domain/document";
import { valuesFromQuery } from "./initial-values";

const variable = (key: string, isSecret = false): Variable => ({
  key,
  label: key,
  tokens: [`[${key}]`],
  style: "square",
  isSecret,
  input: isSecret ? "secret" : "text",
  choices: [],
  example: null,
  isProduced: false,
  uses: 1,
});

test("a parameter fills the variable of its name, however it is written", () => {
  const variables = [variable("service-name"), variable("POD_NAME")];
  expect(valuesFromQuery({ SERVICE_NAME: "checkout", "pod-name": ["api-1", "api-2"] }, variables)).toEqual({
    "service-name": "checkout",
    POD_NAME: "api-1",
  });
});

test("unknown and empty parameters are left alone", () => {
  expect(valuesFromQuery({ utm: "x", host: "" }, [variable("host")])).toEqual({});
});

test("a secret is not taken from the address, its plain twin is", () => {
  expect(valuesFromQuery({ token: "hunter2" }, [variable("token", true)])).toEqual({});
  expect(valuesFromQuery({ token: "hunter2" }, [variable("token")])).toEqual({ token: "hunter2" });
});

import { expect, test } from "vitest";
import { measureOffset } from "./clock-offset";

const portal = (ms: number, status = 200) =>
  (async () =>
    new Response(null, {
      status,
      headers: { date: new Date(Date.now() + ms).toUTCString() },
    })) as typeof fetch;

test("a device whose clock is wrong learns by how much, one that is right is left alone", async () => {
  expect(Math.abs((await measureOffset(portal(600_000))) - 600_000)).toBeLessThan(2_000);
  expect(Math.abs((await measureOffset(portal(-86_400_000))) + 86_400_000)).toBeLessThan(2_000);
  expect(await measureOffset(portal(1_000))).toBe(0);
});

test("without a portal the device's own clock counts", async () => {
  expect(await measureOffset(() => Promise.reject(new TypeError("no network")))).toBe(0);
  expect(await measureOffset(portal(600_000, 502))).toBe(0);
});

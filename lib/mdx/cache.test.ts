import { expect, test } from "vitest";
import { PromiseCache } from "./cache";

test("two askers share one promise", async () => {
  const cache = new PromiseCache<number>(2);
  let made = 0;
  const make = async () => {
    made += 1;
    return made;
  };
  expect(await Promise.all([cache.getOrMake("a", make), cache.getOrMake("a", make)])).toEqual([1, 1]);
});

test("the least recently used one goes first", async () => {
  const cache = new PromiseCache<string>(2);
  const put = (key: string) => cache.getOrMake(key, async () => key);
  await Promise.all([put("a"), put("b"), put("a"), put("c")]);
  let again = false;
  await cache.getOrMake("a", async () => "made again");
  await cache.getOrMake("b", async () => {
    again = true;
    return "b";
  });
  expect(again).toBe(true);
  expect(cache.size).toBe(2);
});

test("what was forgotten is made anew, unless another took its place", async () => {
  const cache = new PromiseCache<number>(2);
  const first = cache.getOrMake("a", async () => 1);
  cache.forget("a", first);
  const second = cache.getOrMake("a", async () => 2);
  cache.forget("a", first);
  expect(await cache.getOrMake("a", async () => 3)).toBe(2);
  expect(await second).toBe(2);
});

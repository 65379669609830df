import { expect, test } from "vitest";
import { PromiseCache } from "./cache";

test("two askers share one promise", async () => {
  const cache = new PromiseCache<number>(2);
  let made = 0;
  const make = async () => {
    made += 1;
    return made;
  };
  expect(await Promise.all([cache.getOrMake("a", 1, make), cache.getOrMake("a", 1, make)])).toEqual([1, 1]);
});

test("the least recently used one goes first", async () => {
  const cache = new PromiseCache<string>(2);
  const put = (key: string) => cache.getOrMake(key, 1, async () => key);
  await Promise.all([put("a"), put("b"), put("a"), put("c")]);
  let again = false;
  await cache.getOrMake("a", 1, async () => "made again");
  await cache.getOrMake("b", 1, async () => {
    again = true;
    return "b";
  });
  expect(again).toBe(true);
  expect(cache.size).toBe(2);
});

test("what was forgotten is made anew, unless another took its place", async () => {
  const cache = new PromiseCache<number>(2);
  const first = cache.getOrMake("a", 1, async () => 1);
  cache.forget("a", first);
  const second = cache.getOrMake("a", 1, async () => 2);
  cache.forget("a", first);
  expect(await cache.getOrMake("a", 1, async () => 3)).toBe(2);
  expect(await second).toBe(2);
});

test("heavy ones leave less room, and the newest always stays", async () => {
  const cache = new PromiseCache<string>(10);
  const put = (key: string, weight: number) => cache.getOrMake(key, weight, async () => key);
  await Promise.all([put("a", 4), put("b", 4), put("c", 4)]);
  expect(cache.size).toBe(2);
  await put("huge", 50);
  expect(cache.size).toBe(1);
  await put("d", 1);
  expect(cache.size).toBe(1);
});

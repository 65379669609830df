import { expect, test } from "vitest";
import { imageEnding, imageTypeOf } from "./image-type";

const bytes = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));

test.each([
  ["\x89PNG\r\n\x1a\n....", "image/png"],
  ["\xff\xd8\xff\xe0....", "image/jpeg"],
  ["GIF89a....", "image/gif"],
  ["RIFF....WEBPVP8 ", "image/webp"],
  ["....ftypavif", "image/avif"],
  ['<?xml version="1.0"?>\n<!-- made by hand -->\n<svg xmlns="x">', "image/svg+xml"],
])("%j is %s", (text, type) => {
  expect(imageTypeOf(bytes(text))).toBe(type);
  expect(imageEnding(type)).not.toBe("bin");
});

test.each(["", "<html><svg>", "#!/bin/sh\n", "PNG", "%PDF-1.7"])("%j is no image", (text) => {
  expect(imageTypeOf(bytes(text))).toBeNull();
});

import "server-only";
import { createHash } from "node:crypto";
import { imageTypeOf, maxImageBytes } from "@/lib/domain/image-type";
import { imageAddresses } from "@/lib/domain/link-document";
import type { KeptImage } from "@/lib/domain/portal-leads";
import { isRelative, resolveRelative } from "@/lib/domain/relative-path";
import { type FileRead, readInside } from "./find-files";

/** Reads a file by its path from the top of the imported folder. */
export type ReadImage = (path: string) => Promise<FileRead>;

/** An image that stays behind: the path or the address that the text gives, and a sentence that says why. */
export type LeftImage = { path: string; reason: string };

export type ReadImages = { images: (KeptImage & { bytes: Uint8Array })[]; left: LeftImage[] };

/** Most images that are taken along with one runbook. */
const maxImages = 100;

/** The images of a folder's files. `prefix` stands before every path as the import knows it. */
export function imagesOf(folder: string, prefix = ""): ReadImage {
  return async (wanted) =>
    wanted.startsWith(prefix)
      ? readInside(folder, wanted.slice(prefix.length), maxImageBytes)
      : { refusal: "It lies outside of the folder." };
}

/** Reads the images that a page shows by relative addresses; `importPath` is the path of its text. */
export async function readImages(
  { importPath, html }: { importPath: string; html: string },
  readImage: ReadImage,
): Promise<ReadImages> {
  const images: ReadImages["images"] = [];
  const left: LeftImage[] = [];
  const seen = new Set<string>();
  for (const address of imageAddresses(html).filter(isRelative)) {
    const path = resolveRelative(importPath, address);
    if (seen.has(path ?? address)) continue;
    seen.add(path ?? address);
    const leave = (reason: string) => left.push({ path: path ?? address, reason });
    if (path === null) leave("It lies outside of the folder.");
    else if (images.length === maxImages) leave(`A runbook takes at most ${maxImages} images along.`);
    else {
      const read = await readImage(path);
      const contentType = "bytes" in read ? imageTypeOf(read.bytes) : null;
      if ("refusal" in read) leave(read.refusal);
      else if (contentType === null) leave("It is no image of a kind that pages show.");
      else images.push({ path, contentType, bytes: read.bytes, sha256: sha256Of(read.bytes) });
    }
  }
  return { images, left };
}

function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

import "server-only";
import { z } from "zod";
import type { RunbookFormat } from "@/lib/domain/document";
import { refuseMessage, refuseSource } from "@/lib/domain/revision-rules";

/** JSON may write a character in two (`\n`, `\"`): a body may be larger than the text in it. */
export const revisionBodyLimit = 2 * 256 * 1024 + 16 * 1024;

const formats = ["md", "mdx"] as const satisfies readonly RunbookFormat[];

export const formatSchema = z.enum(formats);

export const sourceSchema = z.string().superRefine((source, context) => {
  const refusal = refuseSource(source);
  if (refusal) context.addIssue({ code: "custom", message: refusal });
});

export const messageSchema = z
  .string()
  .superRefine((message, context) => {
    const refusal = refuseMessage(message);
    if (refusal) context.addIssue({ code: "custom", message: refusal });
  })
  .transform((message) => message.trim());

export const revisionNumberSchema = z.number().int().min(1).max(2_147_483_647);

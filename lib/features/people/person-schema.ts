import { z } from "zod";

export const nameSchema = z
  .string()
  .trim()
  .min(1, "Enter a name.")
  .max(120, "Use at most 120 characters.")
  .refine((text) => !text.includes("\0"), "Leave out control characters.");

import { z } from "zod";
import { isStorable } from "@/lib/domain/storable-text";

export const nameSchema = z
  .string()
  .trim()
  .min(1, "Enter a name.")
  .max(120, "Use at most 120 characters.")
  .refine(isStorable, "A character in it cannot be stored.");

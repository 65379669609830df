import { z } from "zod";

/** Somebody who has an incident's board open, as every browser is told. */
export type Looker = {
  personId: string;
  name: string;
  /** Where this person works; null while on no step. */
  runId: string | null;
  stepId: string | null;
  /** Open boards of this person. */
  tabs: number;
};

const noNul = (text: string) => !text.includes("\0");

/** Body of `POST /api/v1/incidents/INC-0042/presence`. */
export const presenceInputSchema = z.strictObject({
  /** Made by the browser, one for each time that a board is opened. */
  tabId: z.uuid(),
  runId: z.uuid().nullable(),
  stepId: z.string().min(1).max(200).refine(noNul).nullable(),
  /** This board has been closed. */
  gone: z.literal(true).optional(),
});

export type PresenceInput = z.infer<typeof presenceInputSchema>;

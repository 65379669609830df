/** What a server action answers: the form keeps what was typed and shows the sentences beside the fields. */
export type ActionResult<T> =
  | { ok: true; value: T }
  | { ok: false; code: string; message: string; fields: Record<string, string> };

/** For an action that never answered: the network is down, or a newer portal no longer knows this page's action. */
export const unreachable = {
  ok: false,
  code: "unavailable",
  message: "The portal cannot be reached. What you typed is still here; try again.",
  fields: {},
} satisfies ActionResult<never>;

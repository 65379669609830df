/** What a server action answers: the form keeps what was typed and shows the sentences beside the fields. */
export type ActionResult<T> =
  | { ok: true; value: T }
  | { ok: false; code: string; message: string; fields: Record<string, string> };

/** What can go wrong (`internal` alone was not foreseen), and the HTTP status that says it. */
const statusOf = {
  "not-signed-in": 401,
  forbidden: 403,
  "not-found": 404,
  conflict: 409,
  invalid: 422,
  "bad-request": 400,
  "too-large": 413,
  "unsupported-type": 415,
  "too-many-requests": 429,
  unavailable: 503,
  internal: 500,
} as const;

export type ErrorCode = keyof typeof statusOf;

/**
 * A foreseen failure. `message` is a sentence for the person at the screen and says what to do; it may be shown.
 * `fields` maps a form field to its own sentence. `details` is extra JSON for the problem document.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly fields: Record<string, string>;
  readonly details: Record<string, unknown>;

  constructor(
    code: ErrorCode,
    message: string,
    options: { cause?: unknown; fields?: Record<string, string>; details?: Record<string, unknown> } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.fields = options.fields ?? {};
    this.details = options.details ?? {};
  }

  get status(): number {
    return statusOf[this.code];
  }
}

import { z } from "zod";
import { parseRiskWords } from "./domain/local-risk-words";

/**
 * The only reader of the environment. `npm start` gives every variable a value for one machine; a production
 * set-up gives its own (docs/operating.md). A wrong one ends the process with a sentence that names it.
 */
const flag = z
  .enum(["0", "1"])
  .default("0")
  .transform((value) => value === "1");

const list = z
  .string()
  .default("")
  .transform((names) =>
    names
      .split(",")
      .map((name) => name.trim())
      .filter(Boolean),
  );

const schema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  DATABASE_URL: z
    .string({ error: "is missing: set it to postgresql://user:password@host:5432/name" })
    .regex(/^postgres(ql)?:\/\//, "must start with postgresql://"),
  /** Signs the session cookies. */
  NEXTAUTH_SECRET: z
    .string({ error: "is missing: set it to 32 or more random characters (openssl rand -base64 33)" })
    .min(32, "must have at least 32 characters (openssl rand -base64 33)"),
  /** Address under which browsers reach the portal. */
  NEXTAUTH_URL: z
    .url("must be the full address of the portal, for example https://runbooks.example.com")
    .default("http://localhost:3000"),
  /** Folder of the Next build that is served. */
  PORTAL_DIST_DIR: z.string().default(".next"),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  /** Folder with the runbooks that are imported at start. */
  PORTAL_CONTENT_DIR: z.string().default("content"),
  /** Folder for the copy that is read while the database is away. One a database; processes may share it. */
  PORTAL_SNAPSHOT_DIR: z.string().min(1).default(".data/snapshot"),
  /** Other addresses that browsers may write from, separated by commas. */
  PORTAL_TRUSTED_ORIGINS: list,
  /**
   * Folder for the break-glass export: self-contained pages of all runbooks, written anew as they change. Empty
   * writes none.
   */
  PORTAL_EXPORT_DIR: z.string().default(".data/export"),
  /** Hosts beside the portal's own that images of runbooks may come from (`img.example.com, *.example.org`). */
  PORTAL_IMAGE_HOSTS: list.pipe(
    z.array(
      z
        .string()
        .toLowerCase()
        .regex(
          /^(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d{1,5})?$/,
          "must be names of hosts, separated by commas, without https://",
        ),
    ),
  ),
  /** Words for commands that are dangerous here, for all squads (`recycle-node, somectl evict: change`). */
  PORTAL_RISK_WORDS: z
    .string()
    .default("")
    .transform((text, context) => {
      const read = parseRiskWords(text.replaceAll(",", "\n"));
      if (read.ok) return read.words;
      for (const { message } of read.problems) context.addIssue({ code: "custom", message });
      return z.NEVER;
    }),
  /** 1 when a proxy of ours stands in front: its `X-Forwarded-For` then names the caller. */
  PORTAL_TRUST_PROXY: flag,
  PORTAL_LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  /** How often a process looks for changes by itself, in milliseconds, should a notification be lost. */
  PORTAL_POLL_MS: z.coerce.number().int().min(100).default(5_000),
});

export type Env = z.infer<typeof schema>;

/** Checks an environment; throws an Error whose message has one line for each wrong variable. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const result = schema.safeParse(source);
  if (result.success) return result.data;
  throw incomplete(result.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`));
}

function incomplete(lines: string[]): Error {
  return new Error(`The environment is not complete.\n${lines.join("\n")}`);
}

let cached: Env | null = null;

/** The checked environment of this process. Read on first use, so that `next build` needs no secrets. */
export function env(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}

/**
 * One setting by itself, for what also runs in programs that serve nobody: the command line must not ask for the
 * secrets of a server. Throws as `env` does.
 */
export function setting<Name extends keyof Env>(name: Name): Env[Name] {
  const parts: { [Key in keyof Env]: z.ZodType<Env[Key]> } = schema.shape;
  const result = parts[name].safeParse(process.env[name]);
  if (result.success) return result.data;
  throw incomplete(result.error.issues.map(({ message }) => `${name} ${message}`));
}

let cachedHosts: readonly string[] | null = null;

/** PORTAL_IMAGE_HOSTS, read once. */
export function imageHosts(): readonly string[] {
  cachedHosts ??= setting("PORTAL_IMAGE_HOSTS");
  return cachedHosts;
}

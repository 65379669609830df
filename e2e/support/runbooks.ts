import { uuidv7 } from "uuidv7";
import { sql } from "./database";

/** Puts a runbook without a squad into the database, as an import would, and gives its slug. */
export async function publish(source: string, format: "md" | "mdx" = "md"): Promise<string> {
  const slug = `journey-${uuidv7()}`;
  await sql(
    `WITH book AS (
       INSERT INTO runbooks (id, slug, title, current_revision, updated_at) VALUES ($1, $2, 'Journey', 1, now()) RETURNING id)
     INSERT INTO revisions (id, runbook_id, number, format, source, sha256, title, message, origin)
     SELECT $3, id, 1, $4::"RunbookFormat", $5, encode(sha256(convert_to($5, 'UTF8')), 'hex'), 'Journey', 'Made by a test', 'import'
     FROM book`,
    [uuidv7(), slug, uuidv7(), format, source],
  );
  return slug;
}

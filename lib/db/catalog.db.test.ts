import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { createTestDatabase } from "@/lib/db/testing";
import { readSchema, schemaSql } from "@/scripts/lib/schema-sql.mjs";

// One database is built by the migrations, one by Prisma from schema.prisma. What Prisma can say must be the same in
// both; what only the migrations can say is listed below, so that a loss of it shows.

const fromSchema = await createTestDatabase({ empty: true });
const fromMigrations = process.env.DATABASE_URL ?? "";
afterAll(() => fromSchema.drop());

const questions = {
  columns: `SELECT table_name, column_name, ordinal_position, udt_name, is_nullable, column_default,
      character_maximum_length, datetime_precision
    FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'
    ORDER BY table_name, ordinal_position`,
  indexes: `SELECT indexdef FROM pg_indexes
    WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY indexdef`,
  keys: `SELECT conrelid::regclass::text AS "table", conname, pg_get_constraintdef(oid) AS definition
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype IN ('p', 'u', 'f')
      AND conrelid <> coalesce(to_regclass('_prisma_migrations'), 0) ORDER BY conname`,
  enums: `SELECT typname, array_agg(enumlabel::text ORDER BY enumsortorder) AS labels
    FROM pg_enum JOIN pg_type ON pg_type.oid = enumtypid GROUP BY typname ORDER BY typname`,
  sequences: `SELECT sequencename, data_type::text, increment_by FROM pg_sequences ORDER BY sequencename`,
} as const;

test("migrations and schema.prisma build the same catalog", async () => {
  const sql = await schemaSql({ url: fromSchema.url, from: null, to: await readSchema() });
  await rowsOf(fromSchema.url, sql);
  for (const question of Object.values(questions)) {
    const [wished, real] = [await rowsOf(fromSchema.url, question), await rowsOf(fromMigrations, question)];
    expect(real).toEqual(wished);
    expect(real.length).toBeGreaterThan(0);
  }
});

test("a difference of one column would show", async () => {
  const other = await createTestDatabase();
  await rowsOf(other.url, "ALTER TABLE squads ALTER COLUMN name DROP NOT NULL");
  const [changed, real] = [
    await rowsOf(other.url, questions.columns),
    await rowsOf(fromMigrations, questions.columns),
  ];
  await other.drop();
  expect(changed).not.toEqual(real);
});

test("what only the migrations can say is all there", async () => {
  const checks = `SELECT conname AS name FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace AND contype = 'c' ORDER BY 1`;
  const triggers = `SELECT tgname AS name FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1`;
  const names = async (sql: string) => (await rowsOf(fromMigrations, sql)).map((row) => row.name);
  expect(await names(checks)).toMatchInlineSnapshot(`
    [
      "audit_entries_action_check",
      "audit_entries_actor_name_check",
      "audit_entries_data_check",
      "events_actor_name_check",
      "events_data_check",
      "events_kind_check",
      "events_seq_check",
      "events_step_id_check",
      "incidents_last_seq_check",
      "incidents_merged_into_id_check",
      "incidents_mitigated_at_check",
      "incidents_number_check",
      "incidents_resolved_at_check",
      "incidents_title_check",
      "read_links_reason_check",
      "read_links_token_hash_check",
      "revisions_number_check",
      "revisions_parent_number_check",
      "revisions_sha256_check",
      "revisions_title_check",
      "runbook_files_bytes_check",
      "runbook_files_content_type_check",
      "runbook_files_path_check",
      "runbook_files_sha256_check",
      "runbooks_current_revision_check",
      "runbooks_import_sha256_check",
      "runbooks_slug_check",
      "runbooks_title_check",
      "sign_in_links_purpose_check",
      "sign_in_links_token_hash_check",
      "squads_name_check",
      "squads_risk_words_check",
      "squads_slug_check",
      "users_email_check",
      "users_name_check",
      "users_token_version_check",
    ]
  `);
  expect(await names(triggers)).toMatchInlineSnapshot(`
    [
      "audit_entries_refuse_change",
      "audit_entries_refuse_truncate",
      "events_check",
      "events_check_last_seq",
      "events_refuse_change",
      "events_refuse_truncate",
      "incidents_check_last_seq",
      "revisions_check_current_revision",
      "revisions_check_number",
      "revisions_refuse_change",
      "revisions_refuse_truncate",
      "runbooks_check_current_revision",
      "runs_refuse_change",
      "runs_refuse_truncate",
    ]
  `);
});

async function rowsOf(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

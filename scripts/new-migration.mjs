import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./lib/places.mjs";
import { startTemporaryPostgres } from "./lib/postgres.mjs";
import { explain, Stop, say } from "./lib/report.mjs";
import { readSchema, schemaSql } from "./lib/schema-sql.mjs";

// node scripts/new-migration.mjs add-escalations [git-revision]
// Writes prisma/migrations/<time>_add-escalations/migration.sql with the difference between schema.prisma as it was
// in git (HEAD unless another revision is named, "empty" for none) and as it stands. Checks, triggers and partial
// indexes are added to that file by hand.

const [name, base = "HEAD"] = process.argv.slice(2);

try {
  if (!name || !/^[a-z0-9-]+$/.test(name)) {
    throw new Stop('Name the migration in lower case: "node scripts/new-migration.mjs add-escalations".');
  }
  const from =
    base === "empty"
      ? null
      : execFileSync("git", ["show", `${base}:prisma/schema.prisma`], { cwd: root, encoding: "utf8" });
  const postgres = await startTemporaryPostgres();
  const sql = await schemaSql({ url: postgres.url(), from, to: await readSchema() });
  await postgres.stop();
  if (/^-- This is an empty migration/.test(sql))
    throw new Stop(`schema.prisma is the same as in ${base}: nothing to migrate.`);
  const time = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = path.join(root, "prisma/migrations", `${time}_${name.replaceAll("-", "_")}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "migration.sql"), sql);
  say(
    `Wrote ${path.relative(root, folder)}/migration.sql. Read it, add what Prisma cannot say, then run npm test.`,
  );
  process.exit(0);
} catch (error) {
  explain(error);
  process.exit(1);
}

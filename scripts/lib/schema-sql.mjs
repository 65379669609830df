import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { root } from "./places.mjs";

const require = createRequire(import.meta.url);

/**
 * The SQL that turns a database of one Prisma schema into that of another, made by Prisma's own engine, offline.
 * @param {{ url: string, from: string | null, to: string }} options `url` is any Postgres (the engine asks it for
 *   its version and changes nothing); `from` and `to` are texts of schemas, null for an empty database.
 * @returns {Promise<string>}
 */
export async function schemaSql({ url, from, to }) {
  const engine = await loadEngine(url, to);
  const target = (content) =>
    content === null
      ? { tag: "empty" }
      : { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content }] };
  const { stdout } = await engine.diff({
    from: target(from),
    to: target(to),
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  // The schema is chosen by the connection's search_path, so that tests can have one each.
  return (stdout ?? "").replace(/-- CreateSchema\nCREATE SCHEMA IF NOT EXISTS "public";\n\n/, "");
}

/** The package expects a bundler to load its wasm; this does by hand what the bundler would. */
async function loadEngine(url, schema) {
  const folder = path.dirname(require.resolve("@prisma/schema-engine-wasm"));
  const glue = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = await readFile(path.join(folder, "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  const { PrismaPg } = await import("@prisma/adapter-pg");
  const { bindMigrationAwareSqlAdapterFactory } = await import("@prisma/driver-adapter-utils");
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg(url));
  return glue.SchemaEngine.new({ datamodels: [["schema.prisma", schema]] }, () => {}, adapter);
}

/** @param {string} [folder] */
export function readSchema(folder = root) {
  return readFile(path.join(folder, "prisma/schema.prisma"), "utf8");
}

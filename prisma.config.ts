import { defineConfig } from "prisma/config";

// The native schema engine is downloaded from outside the npm registry. None of the commands that we use
// (generate, validate, format) runs it; any executable file satisfies the check for its presence.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
});

import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

const exclude = ["**/node_modules/**", "**/.next*/**", "build/**", ".data/**", "e2e/**"];

export default defineConfig({
  resolve: {
    alias: {
      "@": path("."),
      // Throws outside a React server; the tests are the server here.
      "server-only": path("node_modules/server-only/empty.js"),
    },
  },
  test: {
    globalSetup: ["scripts/testing/worker-setup.mjs"],
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          testTimeout: 30_000,
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...exclude, "**/*.db.test.{ts,tsx}"],
          setupFiles: ["scripts/testing/property-seed.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "db",
          include: ["**/*.db.test.{ts,tsx}"],
          exclude,
          globalSetup: ["scripts/testing/database-setup.mjs"],
          setupFiles: ["scripts/testing/property-seed.ts", "lib/db/testing/setup.ts"],
          hookTimeout: 60_000,
          testTimeout: 60_000,
        },
      },
    ],
  },
});

import { defineConfig } from "@playwright/test";
import { findChromium } from "./scripts/lib/browser.mjs";
import { freePort } from "./scripts/lib/processes.mjs";

// This file is read again by every worker, which inherits the environment: what is chosen here is chosen once.
if (process.env.E2E_BASE_URL && !process.env.E2E_CHOSEN) process.env.E2E_OUTSIDE = "1";
process.env.E2E_CHOSEN = "1";
process.env.E2E_BASE_URL ??= `http://localhost:${await freePort()}`;
process.env.PORTAL_CHROMIUM ??= findChromium() ?? "";

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  globalSetup: "./scripts/testing/journeys-setup.mjs",
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  // Patience costs nothing where all goes well, and two cores are shared with portals that are killed and frozen.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [["list"], ["json", { outputFile: "build/test/playwright.json" }]],
  use: {
    baseURL: process.env.E2E_BASE_URL,
    // Journeys test the server: those of e2e/offline.spec.ts alone have a worker before it.
    serviceWorkers: "block",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.PORTAL_CHROMIUM,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        // A name that is not localhost: browsers give no clipboard to plain http there.
        "--host-resolver-rules=MAP portal.test 127.0.0.1",
      ],
    },
  },
  projects: [{ name: "chromium", use: { browserName: "chromium" } }],
});

/** @type {import("next").NextConfig} */
const config = {
  // A second dist folder lets tests build beside a running portal without disturbing it.
  distDir: process.env.PORTAL_DIST_DIR ?? ".next",
  serverExternalPackages: ["mdx-bundler", "esbuild", "@node-rs/argon2", "pino", "pg", "prom-client"],
  // The optimiser decodes foreign image formats in the server process; runbooks show screenshots as they are.
  images: { unoptimized: true },
  poweredByHeader: false,
  reactStrictMode: true,
  typescript: { ignoreBuildErrors: false },
};

export default config;

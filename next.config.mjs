/** @type {import("next").NextConfig} */
const config = {
  // A second dist folder lets tests build beside a running portal without disturbing it.
  distDir: process.env.PORTAL_DIST_DIR ?? ".next",
  serverExternalPackages: ["mdx-bundler", "esbuild", "@node-rs/argon2", "pino", "pg", "prom-client"],
  // The optimiser decodes foreign image formats in the server process; runbooks show screenshots as they are.
  images: { unoptimized: true },
  poweredByHeader: false,
  reactStrictMode: true,
  // "npm run check" checks the types of everything, tests included; a start need not do it again.
  typescript: { ignoreBuildErrors: true },
  // A dot cannot be part of a folder's dynamic name: the source text and the one-file page have their routes elsewhere.
  rewrites: async () => [
    { source: "/runbooks/:slug.md", destination: "/api/v1/runbooks/:slug/source" },
    { source: "/runbooks/:slug.html", destination: "/api/v1/runbooks/:slug/html" },
  ],
};

export default config;

import base from "./playwright.config";

/** Takes the pictures of the README (`npm run screenshots`); no journey, proves nothing. */
export default { ...base, testDir: "docs/images", testMatch: "*.shoot.ts", workers: 1, reporter: "list" };

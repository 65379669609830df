import { test as base, expect, type Page } from "@playwright/test";
import { createPerson, type Person, type Role, signIn } from "./session";

export { expect };

type Visitor = { page: Page; person: Person };
type VisitorOptions = {
  name?: string;
  editorOf?: string[];
  colorScheme?: "light" | "dark";
  isPhone?: boolean;
};

type Fixtures = {
  /** A page of a new browser session, signed in as a new person of that role. */
  visit: (role: Role, options?: VisitorOptions) => Promise<Visitor>;
  /** What the browser complained about. A test that provokes a failure takes the line out. */
  complaints: string[];
};

/** Journeys fail on any console error, uncaught exception or policy violation that they did not provoke. */
export const test = base.extend<Fixtures>({
  complaints: async ({}, use) => {
    const complaints: string[] = [];
    await use(complaints);
    expect(complaints, "the browser's console stays clean").toEqual([]);
  },
  page: async ({ page, complaints }, use) => {
    listen(page, complaints);
    await use(page);
  },
  visit: async ({ browser, complaints }, use) => {
    const contexts: { close: () => Promise<void> }[] = [];
    await use(async (role, { colorScheme = "light", isPhone = false, ...options } = {}) => {
      const person = await createPerson(role, options);
      const viewport = isPhone ? { width: 390, height: 844 } : { width: 1440, height: 900 };
      const context = await browser.newContext({
        colorScheme,
        viewport,
        hasTouch: isPhone,
        reducedMotion: "reduce",
      });
      contexts.push(context);
      await signIn(context, person);
      const page = await context.newPage();
      listen(page, complaints);
      return { page, person };
    });
    for (const context of contexts) await context.close();
  },
});

function listen(page: Page, complaints: string[]): void {
  page.on("pageerror", (error) => complaints.push(`${new URL(page.url()).pathname}: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`${new URL(page.url()).pathname}: ${message.text()}`);
  });
}

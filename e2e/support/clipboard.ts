import type { Page } from "@playwright/test";

/** What the clipboard holds, read by pasting, so that it works on plain http as well. */
export async function pasted(page: Page): Promise<string> {
  await page.evaluate(() => {
    const field = document.createElement("textarea");
    field.id = "paste-here";
    field.setAttribute("aria-label", "Paste here");
    document.body.append(field);
  });
  const field = page.locator("#paste-here");
  await field.focus();
  await page.keyboard.press("Control+V");
  const text = await field.inputValue();
  await field.evaluate((element) => element.remove());
  return text;
}

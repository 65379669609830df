import { pasted } from "./support/clipboard";
import { publish } from "./support/runbooks";
import { expect, test } from "./support/test";

// Each journey has people and a browser of its own: nothing keeps them from running side by side.
test.describe.configure({ mode: "parallel" });

const mixed = `# Mixed

\`\`\`bash
# Look first
kubectl get pods -n [namespace]
# Then remove it
kubectl delete pod [pod-name] -n [namespace]
kubectl get events -n [namespace]
\`\`\`
`;

test("a block that mixes harmless and dangerous commands offers its harmless part alone", async ({
  visit,
}) => {
  const slug = await publish(mixed);
  const { page } = await visit("reader");
  await page.goto(`/runbooks/${slug}?namespace=shop&pod-name=web-1`);
  const foot = page.locator(".doc figure.cmd figcaption");
  await expect(foot).toContainText("Danger: 1 of 3 commands");
  await expect(page.locator(".doc .stmt-risk mark.hole").first()).toHaveText("web-1");

  await foot.getByRole("button", { name: /harmless part/ }).click();
  await expect(foot.getByRole("button", { name: /^Copied/ })).toBeVisible();
  const text = await pasted(page);
  expect(text).toBe("kubectl get pods -n shop\nkubectl get events -n shop");

  await foot.getByRole("button", { name: /Hold to copy all/ }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toContainText("web-1");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  expect(await pasted(page)).toBe(text);

  await foot.getByRole("button", { name: /Hold to copy all/ }).click();
  await dialog.getByRole("button", { name: "Copy this command" }).click();
  expect(await pasted(page)).toContain("kubectl delete pod web-1 -n shop");
});

test("holding the button of a dangerous command copies it when it is let go", async ({ visit }) => {
  const slug = await publish("# One\n\n```bash\nkubectl delete pod web-1\n```\n");
  const { page } = await visit("reader");
  await page.goto(`/runbooks/${slug}`);
  const button = page.locator(".doc button.copy");
  await expect(button).toHaveText("Hold to copy");
  await button.hover();
  await page.mouse.down();
  await expect(button).toHaveText("Let go to copy");
  await page.mouse.up();
  await expect(button).toHaveText("Copied");
  expect(await pasted(page)).toBe("kubectl delete pod web-1");
});

test("of alternatives each is copied by itself, and never all of them at once", async ({ visit }) => {
  const slug = await publish(
    "# Two ways\n\n```bash\n# Option 1: look\nkubectl get pods\n\n# Option 2: list\nhelm list\n```\n",
  );
  const { page } = await visit("reader");
  await page.goto(`/runbooks/${slug}`);
  await page.locator(".doc .stmt", { hasText: "helm list" }).getByRole("button").click();
  expect(await pasted(page)).toBe("helm list");
  await expect(page.getByRole("button", { name: /copy all/i })).toHaveCount(0);
});

test("a hidden character is shown and named, and what is copied is somebody's choice", async ({ visit }) => {
  const slug = await publish("# Hidden\n\n```bash\nkubectl scale deploy/web --replicas=1\u200d0\n```\n");
  const { page } = await visit("reader");
  await page.goto(`/runbooks/${slug}`);
  const block = page.locator(".doc figure.cmd");
  await expect(block.locator(".hidden-sign")).toHaveText("U+200D");
  await expect(block).toContainText(/zero-width joiner/i);

  const before = await pasted(page);
  await block.getByRole("button").click();
  const dialog = page.getByRole("dialog").or(page.getByRole("alertdialog"));
  await dialog.getByRole("button", { name: "Cancel" }).click();
  expect(await pasted(page)).toBe(before);

  await block.getByRole("button").click();
  await dialog.getByRole("button", { name: "Copy as it looks" }).click();
  await expect(block.getByRole("button")).toHaveText("Copied");
  expect(await pasted(page)).toBe("kubectl scale deploy/web --replicas=10");

  await block.getByRole("button").click();
  await dialog.getByRole("button", { name: "Copy as written" }).click();
  await expect(dialog).toHaveCount(0);
  expect(await pasted(page)).toBe("kubectl scale deploy/web --replicas=1\u200d0");
});

test("a chosen environment stands beside the values, and production stands out", async ({ visit }) => {
  const slug = await publish("# Switch\n\n```bash\n./toggle.sh --env=[dev/staging/production]\n```\n");
  const { page } = await visit("reader");
  await page.goto(`/runbooks/${slug}`);
  await page.getByRole("combobox").selectOption("production");
  const environment = page.locator(".environment");
  await expect(environment).toHaveText("Environment: production");
  await expect(environment).toHaveAttribute("data-production", "true");
  await page.getByRole("combobox").selectOption("dev");
  await expect(environment).not.toHaveAttribute("data-production");
});

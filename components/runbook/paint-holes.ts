import type { Values } from "./values-store";

/**
 * Writes the values into every placeholder of the document. A secret is shown as dots: a shared screen must not give
 * it away, and what is copied does not come from here.
 */
export function paintHoles(root: ParentNode, values: Values, secretKeys: ReadonlySet<string>): void {
  for (const hole of root.querySelectorAll<HTMLElement>("mark[data-hole]")) {
    const key = hole.dataset.hole ?? "";
    const value = values[key] ?? "";
    const shown = value === "" ? (hole.dataset.token ?? "") : secretKeys.has(key) ? "•".repeat(8) : value;
    if (hole.textContent !== shown) hole.textContent = shown;
    hole.toggleAttribute("data-filled", value !== "");
  }
}

import type { ValuesStore } from "@/components/runbook/values-store";
import type { Variable } from "@/lib/domain/document";
import { findEnvironment } from "@/lib/domain/environment";
import { element } from "./element";
import { valueField } from "./value-field";

/** Puts the fields for the values of the page into `home`, in the order of the text. */
export function drawValues(home: HTMLElement, variables: readonly Variable[], store: ValuesStore): void {
  if (variables.length === 0) return;
  const environment = element("p", { className: "environment", role: "status", hidden: true });
  const more = element("button", { type: "button", className: "values-more", "aria-expanded": "false" });
  const row = element(
    "div",
    { className: "values-row" },
    variables.map((variable) => valueField(variable, store)),
  );
  const bar = element("section", { className: "values", "aria-label": "Values" }, [environment, row, more]);

  const refresh = () => {
    const values = store.get();
    const found = findEnvironment(variables, values);
    environment.hidden = found === null;
    environment.toggleAttribute("data-production", found?.isProduction ?? false);
    const name = found?.name ?? "";
    if (environment.textContent !== name) environment.textContent = name;
    const open = variables.filter(({ isProduced, key }) => !isProduced && !values[key]).length;
    const isUnfolded = more.getAttribute("aria-expanded") === "true";
    more.textContent = isUnfolded ? "Fold" : open > 0 ? `${open} open` : "All values";
  };
  more.addEventListener("click", () => {
    const isUnfolded = bar.toggleAttribute("data-unfolded");
    more.setAttribute("aria-expanded", String(isUnfolded));
    refresh();
  });
  store.subscribe(refresh);
  refresh();
  home.replaceChildren(bar);
}

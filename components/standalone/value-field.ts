import type { ValuesStore } from "@/components/runbook/values-store";
import type { Variable } from "@/lib/domain/document";
import { element } from "./element";

let count = 0;

/** One value: its name and a field of its kind. Two fields of the same value follow each other. */
export function valueField(variable: Variable, store: ValuesStore): HTMLElement {
  count += 1;
  const id = `value-${count}`;
  const field = variable.choices.length > 0 ? choice(variable, id) : line(variable, id);
  const box = element("div", { className: "value" }, [
    element("label", { className: "value-name", htmlFor: id }, [variable.label]),
    field,
  ]);
  box.toggleAttribute("data-secret", variable.isSecret);
  const reveal = variable.isSecret ? revealButton(field, variable) : null;
  if (reveal) box.append(reveal);
  if (variable.input === "date" || variable.input === "timestamp") box.append(nowButton(variable, store));

  field.addEventListener("input", () => store.set(variable.key, field.value));
  const show = () => {
    const value = store.get()[variable.key] ?? "";
    if (field instanceof HTMLSelectElement) offer(field, value);
    if (field.value !== value) field.value = value;
    box.toggleAttribute("data-open", value === "" && !variable.isProduced);
    if (reveal) reveal.hidden = value === "";
  };
  const unsubscribe = store.subscribe(() => {
    // The fields of a dialog go with it.
    if (box.isConnected) show();
    else unsubscribe();
  });
  show();
  return box;
}

/** A value that was given before may be another one than the author thought of. */
function offer(field: HTMLSelectElement, value: string): void {
  if (value === "" || [...field.options].some((option) => option.value === value)) return;
  field.append(element("option", { value }, [value]));
}

function choice({ choices }: Variable, id: string): HTMLSelectElement {
  return element("select", { id, className: "value-field" }, [
    element("option", { value: "" }, ["needs a value"]),
    ...choices.map((value) => element("option", { value }, [value])),
  ]);
}

function line(variable: Variable, id: string): HTMLInputElement {
  const { isProduced, isSecret, example } = variable;
  const placeholder = isProduced ? "set by a step" : example ? `e.g. ${example}` : "needs a value";
  return element("input", {
    id,
    className: "value-field",
    type: isSecret ? "password" : "text",
    placeholder,
    size: Math.min(Math.max(placeholder.length, 4), 28),
    autocomplete: "off",
    spellcheck: false,
    autocapitalize: "off",
    "data-1p-ignore": "",
  });
}

function revealButton(field: HTMLInputElement | HTMLSelectElement, { label }: Variable): HTMLButtonElement {
  const button = element("button", { type: "button", className: "value-act", "aria-pressed": "false" });
  const write = (isShown: boolean) => {
    button.setAttribute("aria-pressed", String(isShown));
    button.replaceChildren(
      isShown ? "hide" : "show",
      element("span", { className: "sr-only" }, [` ${label}`]),
    );
  };
  button.addEventListener("click", () => {
    if (!(field instanceof HTMLInputElement)) return;
    const isShown = field.type === "password";
    field.type = isShown ? "text" : "password";
    write(isShown);
  });
  write(false);
  return button;
}

function nowButton({ key, input, label }: Variable, store: ValuesStore): HTMLButtonElement {
  const isDay = input === "date";
  const button = element("button", { type: "button", className: "value-act" }, [
    isDay ? "today" : "now",
    element("span", { className: "sr-only" }, [` as ${label}`]),
  ]);
  button.addEventListener("click", () => {
    const moment = new Date().toISOString();
    store.set(key, isDay ? moment.slice(0, 10) : `${moment.slice(0, 19)}Z`);
  });
  return button;
}

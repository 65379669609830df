import type { LiveUnit } from "@/lib/domain/commands/copy-units";

/** How long a guarded button is held before letting go copies. */
const holdMs = 800;
const copiedMs = 2_000;
/** The click that follows letting go comes at once; one that comes later is somebody's own. */
const spentMs = 700;

export type CopyRequest = {
  unit: LiveUnit;
  button: HTMLButtonElement;
  /** Held long enough to mean it. */
  isHeld: boolean;
};

const buttonOf = (event: Event): HTMLButtonElement | null => {
  const button = event.target instanceof Element ? event.target.closest("button.copy") : null;
  return button instanceof HTMLButtonElement ? button : null;
};

/**
 * Makes the copy buttons of a document live with one set of listeners. A guarded button copies when it
 * is let go after being held; a mere click, a key or a screen reader asks instead, so that nobody is shut out.
 * Letting go, not the timer, is what copies: a browser lends the clipboard only to an act of the user.
 */
export function attachCopyButtons(
  root: HTMLElement,
  units: ReadonlyMap<string, LiveUnit>,
  onCopy: (request: CopyRequest) => void,
): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  let held: { button: HTMLButtonElement; timer: ReturnType<typeof setTimeout>; isRipe: boolean } | null =
    null;
  /** Held and let go: the browser's own click that follows must not ask again. */
  let spent: { button: HTMLButtonElement; timer: ReturnType<typeof setTimeout> } | null = null;

  for (const button of root.querySelectorAll<HTMLButtonElement>("button.copy")) dress(button, units);

  const unitOf = (button: HTMLButtonElement) => units.get(button.dataset.copy ?? "");

  const letGo = () => {
    if (!held) return;
    clearTimeout(held.timer);
    held.button.removeAttribute("data-hold");
    write(held.button, restingWords(held.button));
    held = null;
  };

  const forgetSpent = () => {
    clearTimeout(spent?.timer);
    spent = null;
  };

  root.addEventListener(
    "pointerdown",
    (event) => {
      forgetSpent();
      const button = buttonOf(event);
      if (!button || event.button !== 0 || !unitOf(button)?.isGuarded) return;
      letGo();
      const timer = setTimeout(() => {
        if (held?.button !== button) return;
        held.isRipe = true;
        button.dataset.hold = "ripe";
        write(button, "Let go to copy");
      }, holdMs);
      held = { button, timer, isRipe: false };
      button.dataset.hold = "growing";
    },
    { signal },
  );

  root.addEventListener(
    "pointerup",
    (event) => {
      const ripe = held?.isRipe && buttonOf(event) === held.button ? held.button : null;
      letGo();
      const unit = ripe ? unitOf(ripe) : undefined;
      if (!ripe || !unit) return;
      forgetSpent();
      spent = { button: ripe, timer: setTimeout(forgetSpent, spentMs) };
      onCopy({ unit, button: ripe, isHeld: true });
    },
    { signal },
  );

  for (const name of ["pointercancel", "pointerleave"] as const)
    root.addEventListener(name, letGo, { signal });
  root.addEventListener("pointerout", (event) => event.target === held?.button && letGo(), { signal });
  // A long press on a phone opens a menu, which would end the hold.
  root.addEventListener("contextmenu", (event) => held && event.preventDefault(), { signal });

  root.addEventListener(
    "click",
    (event) => {
      const button = buttonOf(event);
      const unit = button ? unitOf(button) : undefined;
      if (!button || !unit) return;
      // The thumb bar presses by script, and that always counts.
      if (event.isTrusted && button === spent?.button) {
        forgetSpent();
        return;
      }
      onCopy({ unit, button, isHeld: false });
    },
    { signal },
  );

  return () => {
    letGo();
    forgetSpent();
    stop.abort();
  };
}

function dress(button: HTMLButtonElement, units: ReadonlyMap<string, LiveUnit>): void {
  const unit = units.get(button.dataset.copy ?? "");
  button.hidden = !unit;
  if (unit?.isGuarded) button.dataset.guarded = unit.risk;
  // Beside the buttons of its statements, a plain "Copy" would leave open what it copies.
  const block = button.closest("figcaption")?.closest("figure");
  if (unit?.id.endsWith(".harmless")) button.dataset.scope = "harmless";
  else if (block && block.querySelectorAll(".stmt").length > 1) button.dataset.scope = "all";
  button.dataset.what ??= button.getAttribute("aria-label")?.replace(/^Copy /, "") ?? "";
  write(button, restingWords(button));
}

function restingWords({ dataset }: HTMLButtonElement): string {
  const words = dataset.scope === "all" ? "copy all" : dataset.scope ? "copy harmless part" : "copy";
  return dataset.guarded ? `Hold to ${words}` : `C${words.slice(1)}`;
}

/** The spoken name begins with the words that are seen, so that a voice can press the button by them. */
function write(button: HTMLButtonElement, words: string): void {
  button.textContent = words;
  const what = button.dataset.scope ? "of this block" : button.dataset.what;
  if (what) button.setAttribute("aria-label", `${words} ${what}`);
}

const timers = new WeakMap<HTMLButtonElement, ReturnType<typeof setTimeout>>();

/** Says "Copied" on the button for a moment. Only called once it is true. */
export function showCopied(button: HTMLButtonElement): void {
  clearTimeout(timers.get(button));
  noteBeside(button, null);
  button.dataset.copied = "";
  write(button, "Copied");
  timers.set(
    button,
    setTimeout(() => {
      button.removeAttribute("data-copied");
      write(button, restingWords(button));
    }, copiedMs),
  );
}

/** Puts a sentence right after the button, or takes it away. */
export function noteBeside(button: HTMLButtonElement, sentence: string | null): void {
  const next = button.nextElementSibling;
  const old = next?.classList.contains("copy-note") ? next : null;
  if (sentence === null) {
    old?.remove();
    return;
  }
  const note = old ?? document.createElement("span");
  note.className = "copy-note";
  note.textContent = sentence;
  if (!old) button.after(note);
}

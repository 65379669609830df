import { expect, test } from "vitest";
import { stepStates } from "@/lib/domain/checklist";
import { offersOf } from "./step-offers";

const offer = (part: Partial<Parameters<typeof offersOf>[0]> = {}) =>
  offersOf({
    step: { kind: "task", choice: null },
    state: "open",
    isCurrent: true,
    isMine: false,
    isPassedOver: false,
    canTick: true,
    canAppend: true,
    canAdd: true,
    ...part,
  });

test("the current step offers three buttons and the rest in a menu; another step fewer", () => {
  expect(offer()).toEqual({
    buttons: ["done", "skip", "note"],
    menu: ["done", "claim", "skip", "not-applicable", "defer", "fail", "note", "output", "add"],
  });
  expect(offer({ isCurrent: false }).buttons).toEqual(["skip", "note"]);
});

test("every state but open can be undone, and what is a button is in the menu too", () => {
  for (const state of stepStates) {
    for (const isMine of [true, false]) {
      const { buttons, menu } = offer({ state, isMine, isCurrent: false });
      expect(menu).toEqual(expect.arrayContaining(buttons));
      expect(new Set(menu).size).toBe(menu.length);
      const undoing = menu.filter((act) => act === "undo" || act === "release");
      expect(undoing).toHaveLength(state === "open" ? 0 : 1);
    }
  }
});

test("an alternative is chosen first; one that was passed over can be chosen instead", () => {
  const step = { kind: "option", choice: "roll back" } as const;
  expect(offer({ step }).buttons).toEqual(["use", "skip", "note"]);
  expect(offer({ step, state: "in-progress", isMine: true }).buttons).toEqual(["done", "skip", "note"]);
  expect(offer({ step, state: "not-applicable", isPassedOver: true }).buttons).toEqual(["use", "note"]);
});

test("who may not tick gets no state, and a reader gets nothing", () => {
  expect(offer({ canTick: false, canAdd: false })).toEqual({ buttons: ["note"], menu: ["note"] });
  expect(offer({ canTick: false, canAdd: false, canAppend: false })).toEqual({ buttons: [], menu: [] });
});

test("only a step that was added can be taken back", () => {
  expect(offer({ step: { kind: "added", choice: null } }).menu).toContain("remove");
  expect(offer().menu).not.toContain("remove");
});

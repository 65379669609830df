import { copyText } from "@/components/runbook/clipboard";
import {
  attachCopyButtons,
  type CopyRequest,
  noteBeside,
  showCopied,
} from "@/components/runbook/copy-buttons";
import { paintHoles } from "@/components/runbook/paint-holes";
import { createValuesStore } from "@/components/runbook/values-store";
import { fillCommand } from "@/lib/domain/commands/fill-command";
import { isWithheld } from "@/lib/domain/commands/hidden-characters";
import { type StandaloneData, standaloneDataId, standaloneValuesId } from "@/lib/domain/standalone-data";
import { askToCopy, copyByHand } from "./copy-dialogs";
import { element } from "./element";
import { drawValues } from "./values-bar";

/**
 * Makes a one-file runbook alive, with the portal's own rules and no portal: values fill its placeholders, its buttons
 * copy, and what is dangerous asks first. Values stay in this tab; secrets are not even kept there.
 */
function start(): void {
  const root = document.querySelector<HTMLElement>(".doc");
  const bar = document.getElementById(standaloneValuesId);
  const data = readData();
  if (!root || !bar || !data) return;
  const { slug, variables } = data;
  const units = new Map(data.units.map((unit) => [unit.id, unit]));
  const secretKeys = new Set(variables.filter(({ isSecret }) => isSecret).map(({ key }) => key));
  const store = createValuesStore({
    storageKey: slug,
    isSecret: (key) => secretKeys.has(key),
    initial: {},
  });
  const status = element("p", { className: "sr-only", role: "status" });
  document.body.append(status);
  const say = (text: string) => {
    // The same words twice are said twice.
    status.textContent = status.textContent === text ? `${text}\u00a0` : text;
  };

  const copied = (request: CopyRequest) => {
    showCopied(request.button);
    say("Copied");
  };
  const copy = async (request: CopyRequest, text: string) => {
    if (await copyText(text)) copied(request);
    else copyByHand(text, () => copied(request));
  };
  const request = (wish: CopyRequest) => {
    const { unit, button, isHeld } = wish;
    const filled = fillCommand(unit, store.get());
    noteBeside(button, null);
    if (filled.refused.length > 0) {
      const reasons = filled.refused.map(({ variable, reason }) => `${variable}: ${reason}`).join(" ");
      noteBeside(button, `Not copied. ${reasons}`);
      say(`Not copied. ${reasons}`);
    } else if (filled.open.length > 0 || (unit.isGuarded && !isHeld) || isWithheld(unit)) {
      const asked = variables.filter(({ key }) => filled.open.includes(key));
      askToCopy({ unit, asked, store, secretKeys, onCopy: (text) => void copy(wish, text) });
    } else {
      void copy(wish, filled.text);
    }
  };

  store.load();
  drawValues(bar, variables, store);
  const paint = () => paintHoles(root, store.get(), secretKeys);
  store.subscribe(paint);
  paint();
  attachCopyButtons(root, units, request);
  document.documentElement.classList.add("js");
}

/** Our own server wrote it, in the same file as this script. */
function readData(): StandaloneData | null {
  const text = document.getElementById(standaloneDataId)?.textContent;
  return text ? (JSON.parse(text) as StandaloneData) : null;
}

start();

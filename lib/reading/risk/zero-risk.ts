import type { Call } from "./call";
import { danger, type RiskFinding } from "./finding";
import { describeTarget } from "./target";

const SCOPE = [{ words: "in namespace", flags: ["-n", "--namespace"] }];
const FIELD = /["']?\breplicas["']?\s*:\s*0(?![\d.])/i;
const OPERATION = /\{[^{}]*\}/g;
const PATH = /"path"\s*:\s*"[^"]*\/replicas"/;
const ZERO = /"value"\s*:\s*0(?![\d.])/;
const SETTING = /(?:^|\.)replica(?:s|Count)?=0$/i;

/**
 * Calls that set the number of replicas to zero without a word for it: `kubectl patch` in any notation, settings of
 * Helm. Null for all others.
 */
export function findZeroRisk(call: Call): RiskFinding | null {
  const [verb = ""] = call.args;
  const isPatch = /^(?:kubectl|oc|k|kubecolor)$/.test(call.program) && verb === "patch";
  const isChart = call.program === "helm" && /^(?:upgrade|install)$/.test(verb);
  const isZero =
    (isPatch && valuesOf(call, /^(?:-p|--patch)$/).some(patchesToZero)) ||
    (isChart &&
      valuesOf(call, /^--set(?:-json|-string)?$/).some((value) =>
        value.split(",").some((each) => SETTING.test(each)),
      ));
  return isZero ? danger("Scales to zero", describeTarget(call, 1, { scope: SCOPE, names: [] })) : null;
}

function patchesToZero(patch: string): boolean {
  const operations = patch.match(OPERATION) ?? [];
  return FIELD.test(patch) || operations.some((each) => PATH.test(each) && ZERO.test(each));
}

function valuesOf({ flags }: Call, name: RegExp): string[] {
  return flags.filter((flag) => name.test(flag.name)).map((flag) => flag.value ?? flag.next ?? "");
}

import type { Variable } from "./document";

/** Where the commands of a page would act, as far as its values tell. */
export type Environment = { name: string; isProduction: boolean };

const NAME = /^(?:env|environment|deploy(?:ment)?[-_ ]env(?:ironment)?|target[-_ ]env(?:ironment)?|stage)$/i;
const ENVIRONMENT =
  /^(?:dev|devel|development|local|test|testing|qa|uat|int|integration|stag(?:e|ing)|preprod|pre-prod(?:uction)?|sandbox|demo|canary|prod|production|live)$/i;
const PRODUCTION = /^(?:prod|production|live)(?:$|[-_ ])|[-_ ](?:prod|production|live)$/i;

/**
 * The environment that the values choose: of a variable that is called so, or whose choices are environments
 * (`[dev/staging/production]`). Null while nothing is chosen.
 */
export function findEnvironment(
  variables: readonly Variable[],
  values: Readonly<Record<string, string>>,
): Environment | null {
  for (const { key, label, choices, isSecret } of variables) {
    const isNamed = NAME.test(label) || NAME.test(key);
    const isChosen = choices.length > 1 && choices.every((choice) => ENVIRONMENT.test(choice.trim()));
    const name = Object.hasOwn(values, key) ? values[key]?.trim() : "";
    if (name && !isSecret && (isNamed || isChosen)) return { name, isProduction: PRODUCTION.test(name) };
  }
  return null;
}

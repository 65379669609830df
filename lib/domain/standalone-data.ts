import type { LiveUnit } from "./commands/copy-units";
import type { Variable } from "./document";

/** What the script of a one-file runbook finds in its page: `<script type="application/json" id="runbook-data">`. */
export type StandaloneData = { slug: string; units: LiveUnit[]; variables: Variable[] };

export const standaloneDataId = "runbook-data";
/** Where the script puts the fields for the values. */
export const standaloneValuesId = "runbook-values";

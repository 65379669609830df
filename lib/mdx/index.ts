export { compileKey, compileRunbook, warmCompiler } from "./compile-runbook";
export { PIPELINE_VERSION } from "./pipeline-version";

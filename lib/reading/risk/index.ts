/** What commands do to the world. Pure; told by tables of programs (rules/), never by words in arguments or text. */
export { findRisk, type RiskInput } from "./find-risk";
export { type RiskFinding, worstOf } from "./finding";
export { readFunctions } from "./shell-functions";

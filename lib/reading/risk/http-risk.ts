import { type Call, flagValue, hasFlag } from "./call";
import { change, danger, disruption, READ, type RiskFinding } from "./finding";
import { shorten } from "./target";
import { findNamedVerb, findVerb, splitName } from "./verbs";

/** Flags of curl and wget that take the next word. */
export const HTTP_VALUES = `
  -X --request --method -H --header -d --data --data-binary --data-raw --data-urlencode --data-ascii --json -F --form
  -u --user -o --output -O -T --upload-file -b --cookie -c --cookie-jar -A --user-agent -e --referer -m --max-time
  --connect-timeout -w --write-out -x --proxy --cacert --cert --key -E --resolve --connect-to --retry --retry-delay
  --retry-max-time -K --config --interface --limit-rate --url --body-data --body-file --post-data --post-file
  --timeout -t --tries -P --unix-socket --aws-sigv4 --oauth2-bearer -r --range -D --dump-header -a --auth --session
  -proto -import-path -rpc-header -plaintext=`;

const SENDING = [
  "-d",
  "--data",
  "--data-binary",
  "--data-raw",
  "--data-urlencode",
  "--data-ascii",
  "--json",
  "-F",
  "--form",
  "-T",
  "--upload-file",
  "--post-data",
  "--post-file",
  "--body-data",
  "--body-file",
];
const METHOD = /^(?:GET|HEAD|OPTIONS|POST|PUT|PATCH|DELETE)$/i;
/** Last parts of a path that say what a sent request does, beside the verbs that hold everywhere. */
const ENDS = { danger: /^(?:quit|quitquitquit|_?close|down|offline|abandon)$/i, disruption: /^(?:off)$/i };
/** An action of an API (`stop`, `delete_series`, `batchDelete`, `force-delete`); other names with `-` are names of things. */
const ACTION = /^(?:\w+|(?:force|hard|soft|batch|bulk)-\w+)$/;
const ASKS =
  /^(?:_m?search|_count|_sql|_explain|_analyze|_validate|query|query_range|search|labels|series|graphql|predict)$/i;

/** What a call of curl, wget, HTTPie or the like asks a server to do; decided by method, then by the path's end. */
export function findHttpRisk(call: Call): RiskFinding {
  const isHttpie = /^(?:http|https|xh|xhs|httpie)$/.test(call.program);
  const first = call.args[0] ?? "";
  const isNamed = isHttpie && METHOD.test(first);
  const url = flagValue(call, ["--url"]) ?? call.args[isNamed ? 1 : 0] ?? "";
  const written = flagValue(call, ["-X", "--request", "--method"]) ?? (isNamed ? first : null);
  const isSending =
    call.flags.some(({ name }) => SENDING.includes(name)) && !hasFlag(call, "-G") && !hasFlag(call, "--get");
  const isForm = isHttpie && call.args.slice(1).some((arg) => /^[\w.-]+(?::=|=)/.test(arg));
  const method = (
    written ?? (isSending || isForm ? (hasFlag(call, "-T") ? "PUT" : "POST") : "GET")
  ).toUpperCase();
  const body = call.flags
    .filter(({ name }) => SENDING.includes(name))
    .map(({ value, next }) => value ?? next ?? "")
    .join("\n");
  return findRequestRisk(method, url, body);
}

/** What one request does. `url` may lack its scheme or hold placeholders. */
export function findRequestRisk(method: string, url: string, body: string): RiskFinding {
  const target = shorten([
    url
      .replace(/^[a-z]+:\/\//i, "")
      .replace(/^[^@/\s]*@/, "")
      .replace(/[?#].*$/s, ""),
  ]);
  if (method === "DELETE") return danger("Sends DELETE", target);
  if (method === "GET" || method === "HEAD" || method === "OPTIONS") return READ;
  const reason = `Sends ${method}`;
  const last = (target ?? "").split(/[/:]/).filter(Boolean).at(-1) ?? "";
  const isAction = ACTION.test(last) && (target ?? "").includes("/");
  const verb = isAction ? findNamedVerb(last) : null;
  const inner = findBodyRisk(body);
  if (ENDS.danger.test(last) || verb?.risk === "danger" || inner?.risk === "danger")
    return danger(`${reason} that deletes or stops something`, target);
  if (ENDS.disruption.test(last) || verb?.isDisruptive || inner?.isDisruptive)
    return disruption(`${reason} that restarts or disables something`, target);
  return ASKS.test(last) && method === "POST" ? READ : change(reason, target);
}

/** `{"action": "delete"}` and `mutation { deleteUser(…) }`. */
function findBodyRisk(body: string): RiskFinding | null {
  const named =
    /"(?:action|operation|command|cmd|op|method|type)"\s*:\s*"([\w.-]{1,40})"/i.exec(body)?.[1] ??
    /\bmutation\b[^{]{0,200}\{\s{0,200}([A-Za-z]\w{0,60})/.exec(body)?.[1];
  return named === undefined ? null : findVerb(splitName(named).join("-"));
}

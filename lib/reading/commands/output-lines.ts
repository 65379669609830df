/** Lines that a program prints and nobody types, outside quotes and here-documents. */
const SHAPES: readonly RegExp[] = [
  /^(?=.*\s{2})[A-Z][A-Z0-9_():/%-]*(?:\s+[A-Z][A-Z0-9_():/%-]*)+$/, // NAME   READY
  /^[{[]\s*$/,
  /^\s*"[\w.$-]+"\s*:/,
  /^[}\]],?\s*$/,
  /^\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d/,
  /^\[?(?:INFO|WARN|WARNING|ERROR|DEBUG|FATAL|TRACE)\b[\]:]?\s/,
  /^(?:level|time|ts|msg)=\S/,
  /^[IWEF]\d{4} \d\d:\d\d/,
  /^HTTP\/\d(?:\.\d)? \d{3}/,
  /^[\w.-]+\/[\w.-]+ (?:created|configured|deleted|unchanged|patched|scaled|restarted|labeled|annotated|condition met)\b/,
  /^(?:pod|node|deployment|service|secret|namespace) "[^"]+" (?:deleted|created|cordoned|drained)/,
  /^\[?(?:\.\.\.|…)\]?\s*$/,
  /^\|.*\|\s*$/,
  /^\+-[-+]+\+\s*$/,
  /^=> /,
  /^[-=]{4,}\s*$/,
  /^total \d+\s*$/,
  /^[d-][rwx-]{9}\s/,
  /^(?:Error|Warning|error|fatal|Traceback|panic):? /,
  /^\(\d+ rows?\)/,
  /^(?:Active|Loaded|Main PID|Name|Namespace|Labels|Annotations|Status|Events):\s/,
  /^<[!?/a-zA-Z][^>]*>\s*$/,
  /^(?:Successfully|[A-Z][a-z]+(?:ed|ing)) \S/,
  /^\d+ \w+\.go:\d+\]/,
  /^(?:-\w, )?--[\w-]+(?: \w+)?\s{2,}\S/,
];

/** The line looks printed, not typed. */
export function isOutputLike(line: string): boolean {
  const text = line.trim().slice(0, 300);
  return text !== "" && SHAPES.some((shape) => shape.test(text));
}

const QUERY_SHAPES: readonly RegExp[] = [
  /^\s*[([\s]*(?:sum|avg|min|max|count|topk|bottomk|rate|irate|increase|histogram_quantile|label_replace|absent|delta|quantile|sort_desc|predict_linear|count_values|clamp_min|scalar|group|changes|deriv|time)\s*(?:by|without)?\s*\(/,
  /^\s*[a-z_:][\w:]*\{[^{}]*(?:=~|!~|!=|=)\s*["'`]/i,
  /^\s*\{\s*[\w.]+\s*(?:=~|!~|!=|=)\s*"/,
  /\[\d+[smhdwy](?::[^\]]*)?\]\s*\)/,
  /^\s*(?:ALERTS|up)\b\s*(?:\{|==|$)/,
  /^\s*\(?[a-z][a-z0-9]*(?:[_:][a-z0-9]+){2,}\s*(?:[)/*+<>-]|==|\{|\[|$)/,
];

/** PromQL or LogQL. */
export function isQueryLike(line: string): boolean {
  return QUERY_SHAPES.some((shape) => shape.test(line.slice(0, 300)));
}

/** A line of YAML, JSON, TOML or HCL that stands in a file. */
export function isConfigLike(line: string): boolean {
  return (
    /^\s*(?:- )?["']?[\w./@-]+["']?:(?:\s+\S.*)?$/.test(line) ||
    /^\s*[{[]\s*$/.test(line) ||
    /^\s*\{\s*"[\w-]+"\s*:/.test(line) ||
    /^\s*\[+[\w."-]+\]+\s*$/.test(line) ||
    /^\s*(?:resource|module|variable|provider|data|output|locals)\b[^|]*\{\s*$/.test(line) ||
    /^\s*<[!?]?[A-Za-z][^>]*>/.test(line)
  );
}

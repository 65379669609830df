const QUERY_SHAPES: readonly RegExp[] = [
  /^\w+:\S+ (?:AND|OR|NOT) \S/,
  /^\s*(?:db|rs|sh)\.[a-zA-Z_][\w.]*\(/,
  /^\s*[([\s]*(?:sum|avg|min|max|count|topk|bottomk|rate|irate|increase|histogram_quantile|label_replace|absent|delta|quantile|sort_desc|predict_linear|count_values|clamp_min|scalar|group|changes|deriv|time)\s*(?:by|without)?\s*\(/,
  /^\s*[a-z_:][\w:]*\{[^{}]*(?:=~|!~|!=|=)\s*["'`]/i,
  /^\s*\{\s*[\w.]+\s*(?:=~|!~|!=|=)\s*"/,
  /\[\d+[smhdwy](?::[^\]]*)?\]\s*\)/,
  /^\s*(?:ALERTS|up)\b\s*(?:\{|==|$)/,
  /^\s*\(?[a-z][a-z0-9]*(?:[_:][a-z0-9]+){2,}\s*(?:[)/*+<>-]|==|\{|\[|$)/,
];

/** PromQL, LogQL or the language of a mongo shell. */
export function isQueryLike(line: string): boolean {
  return QUERY_SHAPES.some((shape) => shape.test(line.slice(0, 300)));
}

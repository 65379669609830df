import type { LanguageFn } from "lowlight";

/** PromQL and LogQL, enough to tell words, labels, strings and durations apart. */
export const promql: LanguageFn = (hljs) => ({
  name: "PromQL",
  keywords: {
    keyword: "and or unless by without on ignoring group_left group_right offset bool atan2",
    built_in:
      "sum min max avg count stddev stdvar topk bottomk quantile count_values group rate irate increase delta idelta " +
      "deriv predict_linear histogram_quantile label_replace label_join abs absent absent_over_time avg_over_time " +
      "min_over_time max_over_time sum_over_time count_over_time quantile_over_time last_over_time ceil floor round " +
      "clamp clamp_max clamp_min changes resets sort sort_desc time timestamp vector scalar",
  },
  contains: [
    hljs.HASH_COMMENT_MODE,
    hljs.QUOTE_STRING_MODE,
    hljs.APOS_STRING_MODE,
    { scope: "attr", match: /[a-zA-Z_]\w*(?=\s*(?:=~|!~|!=|=)\s*["'`])/ },
    { scope: "number", match: /\b\d+(?:\.\d+)?(?:ms|[smhdwy])?\b/ },
    { scope: "operator", match: /=~|!~|\|=|\|~|==|!=|>=|<=|[-+*/%^<>=]/ },
  ],
});

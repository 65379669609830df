export const ANGLE = /(?<![<#&])<(?![(\s=</!?])[^<>`\n]{0,78}[^<>`\n\s]>(?!>)/g;
// A colon behind it is a label or a slice, unless a port, a path or another value follows: `[db-host]:5432`.
export const SQUARE =
  /(?<![\w\])$.\\*[{|(]|"\s{0,4}:\s{0,4})\[[A-Za-z][^[\]\n]{0,80}\](?![\w([]|:(?![\d/$[{<]))/g;
export const DOUBLE_BRACE = /\{\{%?[ \t]{0,4}[A-Za-z][\w -]{0,60}?[ \t]{0,4}%?\}\}/g;
export const BRACE = /(?<![$%#{\\@\w])\{[A-Za-z][\w .-]{0,60}\}/g;
export const KEBAB_VARIABLE = /\$\{[a-z][a-z0-9]*(?:-[a-z0-9]+)+\}/g;
/** What a text holds at the least where one of WORDS may be in it. */
export const HAS_WORDS = /your[_-]|replace[_-]|insert[_-]|enter[_-]|change[_-]?me|goes-here|path\/to|xxx/i;
export const WORDS: readonly RegExp[] = [
  /(?:0x)?(?<![\w$])(?:YOUR|REPLACE|INSERT|ENTER)[_-][A-Z0-9]+(?:[_-][A-Z0-9]+){0,8}/g,
  /(?<![\w$-])your[-_][a-z0-9]+(?:[-_][a-z0-9]+){0,8}(?:\.(?:com|org|net|io|dev|local|internal))?/g,
  /(?<![\w.-])CHANGE[_-]?ME(?![\w-])/gi,
  /\b[a-z0-9]+(?:-[a-z0-9]+){0,8}-goes-here\b/g,
  /(?<![\w.~/-])[\w.~/-]{0,40}\bpath\/to(?:\/[\w.-]{1,60}){0,6}/g,
  /(?<![\w.-])(?=[\w.-]{0,60}(?:x{3}|X{3}))[\w.-]{3,100}/g,
];

export const REGEX_PROGRAM = /(?:^|[\s;|&(])(?:[efz]?grep|rg|sed|awk)\s[^|;&]*$/;

export const NOT_ANGLE =
  /^(?:none|nil|null|unknown|unset|pending|invalid|empty|no value|undefined|eof|(?:ctrl|cmd|alt|shift)[-+ ].*|enter|esc|tab|space|return|%.*|[\w/]+\.h|html|head|body|script|span|h[1-6]|tr|td|th|thead|tbody|br|hr|p|div|details|summary|pre|code|b|i|em|strong|ul|li|ol|img.*|a .*)$/i;
export const NOT_SQUARE =
  /^(?:y\/n|n\/y|yes\/no|info|warn|warning|error|debug|fatal|trace|critical|notice|not set|ok|fail(?:ed)?|done|redacted|default|expires:.*|get|post|put|patch|wip|skip|todo|[a-z]{2,10}-\d+)$/i;
/** Nouns that stand for a value. */
export const SINGLE_WORDS = new Set(
  `username user password passwd database db dbname host hostname port namespace ns env environment name id uuid timestamp
  time date datetime pattern description version region cluster service app application pod node deployment container image
  tag bucket file filename path url token secret key value number count email domain ip address message reason squad team
  branch commit sha release job topic queue table schema zone project account tenant instance label selector command
  publisher regex query replicas duration server volume channel ticket incident release revision target source group subnet
  size percentage amount threshold interface device disk partition process pid timeout interval consumer broker offset
  directory dir folder profile role policy arn hash digest range start end limit component module package plugin feature
  flag customer client company org organization organisation owner author contact subject title message comment text
  options flags args arguments parameters subcommand repo repository workspace vpc stack pipeline build step task worker agent subscription registry chart`.split(
    /\s+/,
  ),
);
export const TEMPLATE_WORDS =
  /^(?:range|end|if|else|with|define|template|block|json|toJson|len|index|printf)\b/;
export const FOREIGN_BRACES =
  /\b(?:awk|gawk|jq|yq|jsonpath|go-template|printf|--format|--template|-w|format)\b|\bf["']/;

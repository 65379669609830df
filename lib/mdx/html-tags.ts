/** HTML elements that an author may write. Names that read as placeholders (`<address>`, `<label>`) are not among them. */
export const AUTHOR_TAGS: ReadonlySet<string> = new Set(
  (
    "a abbr b blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure " +
    "h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp small span strike strong sub summary sup table " +
    "tbody td tfoot th thead tr tt u ul wbr"
  ).split(" "),
);

/** Those of them that stand inside of a sentence. */
export const PHRASING_TAGS: ReadonlySet<string> = new Set(
  "a abbr b br cite code del dfn em i img ins kbd mark q s samp small span strike strong sub sup tt u wbr".split(
    " ",
  ),
);

/** Wrappers of older pages: the sanitiser takes the tag away and keeps what is inside. */
export const UNWRAPPED_TAGS: ReadonlySet<string> = new Set(
  "article aside big center font footer header main nav nobr picture section".split(" "),
);

export const VOID_TAGS: ReadonlySet<string> = new Set("br col hr img wbr".split(" "));

/** Those that may stand without an end: the next one ends them. */
export const OPEN_ENDED_TAGS: ReadonlySet<string> = new Set(
  "colgroup dd dt li p tbody td tfoot th thead tr".split(" "),
);

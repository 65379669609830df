/** Letters of other scripts that a reader takes for the Latin one below them. */
const FOREIGN = "асеорхуіјѕһԁԛԝАВЕКМНОРСТХУІЈЅοαινρΑΒΕΖΗΙΚΜΝΟΡΤΥΧӏӀкѵѴүҮґԌϲϳκυɡսօհցոյ";
const LATIN = "aceopxyijshdqwABEKMHOPCTXYIJSoaivpABEZHIKMNOPTYXlIkvVyYrGcjkugsohgnj";
const LETTERS = new Map([...FOREIGN].map((char, i) => [char, LATIN[i] ?? ""]));

/** Signs that pass for one of ASCII. */
const SIGNS = new Map([
  ["\u2044", "/"],
  ["\u2215", "/"],
  ["\u2010", "-"],
  ["\u2011", "-"],
  ["\u2212", "-"],
  ["\ufe63", "-"],
  ["\u037e", ";"],
  ["\ua789", ":"],
  ["\u2236", ":"],
  ["\u2223", "|"],
  ["\u01c0", "|"],
  ["\u2217", "*"],
  ["\u223c", "~"],
  ["\u02dc", "~"],
  ["\u2024", "."],
  ["\u2216", "\\"],
]);

/** The Latin letter that a Cyrillic, Greek or Armenian one is taken for; null for letters that look like themselves. */
export function latinFor(char: string): string | null {
  return LETTERS.get(char) ?? null;
}

/** The sign of ASCII that another is taken for, full-width forms and mathematical letters too; null for all others. */
export function asciiFor(char: string): string | null {
  const sign = SIGNS.get(char);
  if (sign !== undefined) return sign;
  if (!/[\uff01-\uff5e]|[\u2160-\u217f]|[\u{1d400}-\u{1d7ff}]/u.test(char)) return null;
  const plain = char.normalize("NFKC");
  return /^[!-~]$/.test(plain) ? plain : null;
}

/** Characters that nobody sees, whatever stands beside them. */
export const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u;

const NAMES: Readonly<Record<number, string>> = {
  0: "null character",
  7: "bell",
  8: "backspace",
  27: "escape",
  127: "delete",
  160: "no-break space",
  173: "soft hyphen",
  847: "combining grapheme joiner",
  1564: "Arabic letter mark",
  6158: "Mongolian vowel separator",
  8203: "zero-width space",
  8204: "zero-width non-joiner",
  8205: "zero-width joiner",
  8206: "left-to-right mark",
  8207: "right-to-left mark",
  8208: "hyphen",
  8209: "no-break hyphen",
  8210: "figure dash",
  8211: "en dash",
  8212: "em dash",
  8213: "horizontal bar",
  8216: "left single quote",
  8217: "right single quote",
  8218: "low single quote",
  8220: "left double quote",
  8221: "right double quote",
  8222: "low double quote",
  8232: "line separator",
  8233: "paragraph separator",
  8234: "left-to-right embedding",
  8235: "right-to-left embedding",
  8236: "end of a change of direction",
  8237: "left-to-right override",
  8238: "right-to-left override",
  8239: "narrow no-break space",
  8260: "fraction slash",
  8288: "word joiner",
  8294: "left-to-right isolate",
  8295: "right-to-left isolate",
  8296: "first-strong isolate",
  8297: "end of an isolate",
  8722: "minus sign",
  8725: "division slash",
  12288: "ideographic space",
  12644: "Hangul filler",
  65279: "byte order mark",
};

/** "zero-width joiner (U+200D)"; a letter is named by its script: "Cyrillic letter о (U+043E)". */
export function nameOfSign(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  return `${NAMES[code] ?? kindOfName(char)} (U+${code.toString(16).toUpperCase().padStart(4, "0")})`;
}

function kindOfName(char: string): string {
  if (/\p{Cc}/u.test(char)) return "control character";
  if (/\p{Zs}/u.test(char)) return "unusual space";
  if (/[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/u.test(char)) return "variation selector";
  if (UNSEEN.test(char)) return "invisible character";
  if (/\p{Script=Cyrillic}/u.test(char)) return `Cyrillic letter ${char}`;
  if (/\p{Script=Greek}/u.test(char)) return `Greek letter ${char}`;
  return `look-alike ${char}`;
}

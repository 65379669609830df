const ESCAPE = String.fromCharCode(27);
/** Colours and moves of the cursor; a title of the window, which ends with a bell or with `ESC \\`. */
const TERMINAL = new RegExp(
  `${ESCAPE}(?:\\[[0-9;:?<=>]*[ -/]*[@-~]|[\\]P^_X][^\\u0007${ESCAPE}]*(?:\\u0007|${ESCAPE}\\\\)|[ -/]*[0-~])`,
  "g",
);
/** Turns the order of what is shown: one reads another text than the one that is kept. */
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** What a terminal printed, without what steers a terminal or the order of the signs. Tabs and line ends stay. */
export function plainOutput(text: string): string {
  return text
    .replace(TERMINAL, "")
    .replace(BIDI, "")
    .replace(/(?![\t\n\r])\p{Cc}/gu, "");
}

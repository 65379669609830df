/**
 * Browsers turn every line end of a text field into LF. The editor works on LF and gives a text that came with CRLF
 * its own line ends back, so that one changed word does not make a revision in which every line has changed.
 */
export function toLf(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

/** `text` (LF) with the line ends of `sample`. A sample of mixed line ends gives LF. */
export function withLineEndsOf(text: string, sample: string): string {
  const isCrlf = sample.includes("\r\n") && !/(?<!\r)\n|\r(?!\n)/.test(sample);
  return isCrlf ? text.replace(/\n/g, "\r\n") : text;
}

import { formatDuration } from "../running-clock";

/** "4:32 left", "2:10 over": how a moment stands to now. */
export function countWords(endsAt: string, now: number): { text: string; isOver: boolean } {
  const left = Date.parse(endsAt) - now;
  const shown = formatDuration(Math.abs(left));
  return { text: shown.replace(/^0(?=\d:\d\d$)/, ""), isOver: left <= 0 };
}

/** "Start 15:00" */
export function lengthWords(seconds: number): string {
  return formatDuration(seconds * 1_000).replace(/^0(?=\d:\d\d$)/, "");
}

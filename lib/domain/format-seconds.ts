/** "90 seconds", "15 minutes", "1 hour 30 minutes": a length of time in words. */
export function durationWords(seconds: number): string {
  if (seconds < 120 && seconds % 60 !== 0) return count(seconds, "second");
  const minutes = Math.round(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return count(minutes, "minute");
  return rest === 0 ? count(hours, "hour") : `${count(hours, "hour")} ${count(rest, "minute")}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

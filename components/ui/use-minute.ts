import { useEffect, useState } from "react";

const everyMs = 30_000;

/** The present, for words such as "3 minutes ago": what shows them is drawn again twice a minute. */
export function useMinute(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), everyMs);
    return () => clearInterval(timer);
  }, []);
  return now;
}

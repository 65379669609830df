export type Clock = {
  /** Milliseconds since 1970. */
  now: () => number;
  /** Runs something once, later; gives what calls it off. */
  after: (ms: number, run: () => void) => () => void;
};

export const realClock: Clock = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** What one compile may cost. Beyond any of these the page shows the source text. */
export const LIMITS = {
  /** UTF-8 bytes of the source. */
  bytes: 256 * 1024,
  /** Nesting of the Markdown tree. */
  depth: 100,
  /** Quotes and lists that one line may open; real lines of `>` in logs are shorter. */
  markers: 200,
  /** Signs of emphasis in one paragraph: a thousand of them, unmatched, keep the parser for a second. */
  emphasis: 1_000,
  /** Different lengths of runs of backticks. */
  tickLengths: 32,
  /** Nodes of the Markdown tree. */
  nodes: 60_000,
  /** Letters of an image that stands in the text itself as data. */
  dataImageLetters: 64 * 1024,
  /** Time of one compile in a warm worker. */
  deadlineMs: 2_000,
  /** Time that a worker may take to load its modules. */
  startMs: 30_000,
  /** Compiles that may wait for a worker. */
  queue: 256,
  /** Letters from which on a text is a heavy one: those never hold all workers at once. */
  heavyLetters: 32 * 1024,
  /** Heap of one worker. */
  heapMb: 256,
  /** Room for what a compile makes and forgets; a tight one costs more time than the compile. */
  youngHeapMb: 64,
  /** Letters of source whose compiled pages are kept in memory; a page takes about ten times as much. */
  cachedLetters: 8 * 1024 * 1024,
  /** How long a timed-out text is not tried again, so that one bad text cannot keep the workers busy. */
  holdOffMs: 5_000,
} as const;

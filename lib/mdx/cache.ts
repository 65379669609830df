/** Keeps the most recently used promises. A revision never changes, so nothing expires; what failed can be forgotten. */
export class PromiseCache<Value> {
  private readonly entries = new Map<string, Promise<Value>>();
  private readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  /** The known promise of a key, or the one that `make` starts; two askers at once share it. */
  getOrMake(key: string, make: () => Promise<Value>): Promise<Value> {
    const known = this.entries.get(key);
    if (known) {
      this.entries.delete(key);
      this.entries.set(key, known);
      return known;
    }
    const made = make();
    this.entries.set(key, made);
    if (this.entries.size > this.limit) {
      const oldest = this.entries.keys().next().value;
      if (oldest !== undefined) this.entries.delete(oldest);
    }
    return made;
  }

  /** Forgets a promise, unless another has taken its place. */
  forget(key: string, promise: Promise<Value>): void {
    if (this.entries.get(key) === promise) this.entries.delete(key);
  }

  get size(): number {
    return this.entries.size;
  }
}

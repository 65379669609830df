/**
 * Keeps the most recently used promises up to a total weight. A revision never changes, so nothing expires; what
 * failed can be forgotten.
 */
export class PromiseCache<Value> {
  private readonly entries = new Map<string, { promise: Promise<Value>; weight: number }>();
  private readonly maxWeight: number;
  private weight = 0;

  constructor(maxWeight: number) {
    this.maxWeight = maxWeight;
  }

  /** The known promise of a key, or the one that `make` starts; two askers at once share it. */
  getOrMake(key: string, weight: number, make: () => Promise<Value>): Promise<Value> {
    const known = this.entries.get(key);
    if (known) {
      this.entries.delete(key);
      this.entries.set(key, known);
      return known.promise;
    }
    const promise = make();
    this.entries.set(key, { promise, weight });
    this.weight += weight;
    for (const oldest of this.entries.keys()) {
      if (this.weight <= this.maxWeight || oldest === key) break;
      this.drop(oldest);
    }
    return promise;
  }

  /** Forgets a promise, unless another has taken its place. */
  forget(key: string, promise: Promise<Value>): void {
    if (this.entries.get(key)?.promise === promise) this.drop(key);
  }

  get size(): number {
    return this.entries.size;
  }

  private drop(key: string): void {
    this.weight -= this.entries.get(key)?.weight ?? 0;
    this.entries.delete(key);
  }
}

/** A value that tells its readers when it changes: what the main process's own live queries are made of. */
export class Observable<T> {
  private readonly readers = new Set<(value: T) => void>();
  constructor(private value: T) {}

  get(): T {
    return this.value;
  }
  set(value: T): void {
    this.value = value;
    for (const reader of this.readers) reader(value);
  }
  update(part: Partial<T>): void {
    this.set({ ...this.value, ...part });
  }
  /** Calls back now and at every change; returns the way to stop. */
  subscribe(reader: (value: T) => void): () => void {
    this.readers.add(reader);
    reader(this.value);
    return () => this.readers.delete(reader);
  }
}

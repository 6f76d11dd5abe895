/** How much is taken together at most. */
export interface ChunkLimit<T> {
  count: number;
  bytes: number;
  weigh(item: T): number;
}

const NOTHING_YET = Symbol('nothing yet');
const momentLater = (): Promise<typeof NOTHING_YET> => new Promise((resolve) => setImmediate(resolve, NOTHING_YET));

/**
 * What is there already is taken together, and nothing waits for more: a single change passes at once, a backlog in
 * pieces that are worth a transaction.
 */
export async function* chunked<T>(source: AsyncIterable<T>, limit: ChunkLimit<T>): AsyncGenerator<T[]> {
  const items = source[Symbol.asyncIterator]();
  const ask = (): Promise<IteratorResult<T>> => {
    const asked = items.next();
    // Heard when it is awaited; between two chunks nobody listens yet.
    asked.catch(() => {});
    return asked;
  };
  for (let next = ask(); ; ) {
    const first = await next;
    if (first.done) return;
    const chunk = [first.value];
    let bytes = limit.weigh(first.value);
    next = ask();
    while (chunk.length < limit.count && bytes < limit.bytes) {
      const more = await Promise.race([next, momentLater()]);
      if (more === NOTHING_YET || more.done) break;
      chunk.push(more.value);
      bytes += limit.weigh(more.value);
      next = ask();
    }
    yield chunk;
  }
}

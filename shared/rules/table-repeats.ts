/** A line of a table that says the same as an earlier one. */
export interface Repeat {
  line: number;
  sameAs: number;
}

/**
 * The first of those that say the same is taken; of the others the line they repeat.
 * @param keyOf what two lines have in common that say the same
 */
export function withoutRepeats<R extends { line: number }>(
  records: readonly R[],
  keyOf: (record: R) => string,
): { records: R[]; repeats: Repeat[] } {
  const seen = new Map<string, number>();
  const repeats: Repeat[] = [];
  const kept = records.filter((record) => {
    const key = keyOf(record);
    const sameAs = seen.get(key);
    if (sameAs === undefined) seen.set(key, record.line);
    else repeats.push({ line: record.line, sameAs });
    return sameAs === undefined;
  });
  return { records: kept, repeats };
}

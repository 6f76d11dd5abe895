/** When the fields of a row were set: encoded hybrid clocks, which sort as text. */
export interface FieldClocks {
  /** Of the row's first change; of every field that `later` does not name. */
  first: string;
  later: Readonly<Record<string, string>>;
}

/**
 * Field by field the later clock wins, whatever came first. A field that was never set has no clock, so that a change that
 * is older than the row still brings what only it knew. One clock given twice (a desk that was restored from a copy) is
 * decided by the values themselves, so that every desk decides alike.
 * @param isBehind a total order of values; it means nothing but is the same everywhere
 * @returns what of the incoming values counts
 */
export function mergeFields(
  before: Readonly<Record<string, unknown>>,
  clocks: FieldClocks,
  incoming: Readonly<Record<string, unknown>>,
  hlc: string,
  isBehind: (value: unknown, other: unknown) => boolean,
): Record<string, unknown> {
  const counts = Object.entries(incoming).filter(([field, value]) => {
    const isSet = Object.hasOwn(before, field);
    const clock = clocks.later[field] ?? (isSet ? clocks.first : '');
    return hlc > clock || (hlc === clock && isSet && isBehind(before[field], value));
  });
  return Object.fromEntries(counts);
}

import type { FieldEntry } from '../../shared/domain/settings';

/** The dictionary as options, the second level indented below its first. `keep`: shown although no longer in use. */
export function FieldOptions({ entries, keep }: { entries: readonly FieldEntry[]; keep?: string }) {
  const shown = entries.filter((entry) => entry.active || entry.code === keep);
  const known = new Set(shown.map((entry) => entry.code));
  const tops = shown.filter((entry) => !known.has(entry.parent));
  return tops.flatMap((top) => [
    <option key={top.code} value={top.code}>
      {top.name}
    </option>,
    ...shown
      .filter((entry) => entry.parent === top.code)
      .map((entry) => (
        <option key={entry.code} value={entry.code}>
          {'\u3000'}
          {entry.name}
        </option>
      )),
  ]);
}

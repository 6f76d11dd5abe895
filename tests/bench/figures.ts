/** Percentiles and rows of the benchmark's table. All times in milliseconds. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.min(sorted.length - 1, Math.ceil((p / 100) * sorted.length) - 1))] ?? Number.NaN;
}

/** Median of runs of the same thing. */
export const median = (values: readonly number[]): number => percentile(values, 50);
export const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)} ms`;
export const times = (value: number): string => `${value.toFixed(2)}×`;
export const spread = (values: readonly number[]): string => `p50 ${ms(median(values))}, p95 ${ms(percentile(values, 95))}`;

export interface Row {
  what: string;
  measured: string;
  /** What stands beside it, measured in the same run. */
  against: string;
  ratio: string;
  goal: string;
  /** `null`: no goal was set. */
  met: boolean | null;
}
/** What one measurement brings: rows for the table, and the single values they were made of. */
export interface Measured {
  rows: Row[];
  raw: Record<string, readonly number[]>;
}

export function table(rows: readonly Row[]): string {
  const head = { what: 'what', measured: 'measured', against: 'against, in the same run', ratio: 'ratio', goal: 'goal', met: '' };
  const lines = rows.map((row) => ({ ...row, met: row.met === null ? '' : row.met ? 'met' : 'MISSED' }));
  const keys = Object.keys(head) as (keyof typeof head)[];
  const all = [head, ...lines];
  const width = (key: keyof typeof head): number => Math.max(...all.map((line) => line[key].length));
  return all
    .map((line) =>
      keys
        .map((key) => line[key].padEnd(width(key)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Every value, in the order measured. */
export const rawFigures = (name: string, values: readonly number[]): string =>
  `${name} (${values.length}): ${values.map((v) => v.toFixed(v < 100 ? 1 : 0)).join(' ')}`;

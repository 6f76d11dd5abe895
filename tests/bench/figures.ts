/** Percentiles and rows of the benchmark's table. All times in milliseconds. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((p / 100) * sorted.length) - 1)] ?? Number.NaN;
}

export const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 1)} ms`;

export interface Row {
  what: string;
  measured: string;
  against: string;
  ratio: string;
  goal: string;
}

export function table(rows: readonly Row[]): string {
  const head: Row = { what: 'what', measured: 'measured', against: 'against (same run)', ratio: 'ratio', goal: 'goal' };
  const all = [head, ...rows];
  const width = (key: keyof Row): number => Math.max(...all.map((r) => r[key].length));
  const keys = Object.keys(head) as (keyof Row)[];
  return all.map((r) => keys.map((k) => r[k].padEnd(width(k))).join('  ')).join('\n');
}

/** Median of runs of the same thing. */
export const median = (values: readonly number[]): number => percentile(values, 50);

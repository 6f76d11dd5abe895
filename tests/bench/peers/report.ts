import { ms, type Row, times } from '../figures';
import type { Result } from './work';

const FLOOR = { 'first sync': 'raw Dexie bulkPut, strict', publish: 'raw JetStream publishing' } as const;

/** One row a candidate and work, each beside what IndexedDB or JetStream alone took in the same run. */
export const rowsOfTable = (results: readonly Result[]): Row[] =>
  results.map((result) => {
    const floor = results.find((r) => r.who === FLOOR[result.work] && r.work === result.work && r.rows === result.rows);
    const beside = floor && floor !== result && floor.took !== null ? floor : null;
    return {
      what: `${result.work} of ${result.rows.toLocaleString('en')} rows: ${result.who}`,
      measured: result.took === null ? `NOT DONE (${result.counted.toLocaleString('en')} rows there)` : figure(result.took, result.rows),
      against: beside ? `${beside.who}: ${figure(beside.took ?? 0, beside.rows)}` : '',
      ratio: beside && result.took !== null ? times(result.took / (beside.took ?? 1)) : '',
      goal: '',
      met: null,
    };
  });

const figure = (took: number, rows: number): string => `${ms(took)} (${Math.round((rows / took) * 1000).toLocaleString('en')}/s)`;

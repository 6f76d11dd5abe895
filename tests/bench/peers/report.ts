import { ms, type Row, times } from '../figures';
import type { Result } from './work';

export const OURS_FLOOR = 'raw Dexie bulkPut, strict, with the index over tokens';
export const PEERS_FLOOR = 'raw Dexie bulkPut, relaxed, without it';
export const JETSTREAM_FLOOR = 'raw JetStream publishing';
/** The peers beside what asks the same of the store: neither has that index, neither writes strictly. */
const FLOOR = { 'first sync': PEERS_FLOOR, publish: JETSTREAM_FLOOR } as const;

/** One row a candidate and work, each beside what IndexedDB or JetStream alone took in the same run. */
export const rowsOfTable = (results: readonly Result[]): Row[] =>
  results.map((result) => {
    const floor = results.find((r) => r.who === FLOOR[result.work] && r.work === result.work && r.rows === result.rows);
    const beside = floor && floor !== result && result.who !== OURS_FLOOR && floor.took !== null ? floor : null;
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

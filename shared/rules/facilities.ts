import type { FacilityRow } from '../domain/duty';

/** What stands between a hall and its opening (plan S20): critical items that nobody looked at, or that are out of order. */
export const holdsOpening = (rows: readonly FacilityRow[]): FacilityRow[] =>
  rows.filter(({ critical, state }) => critical && (state === null || state === 'fault'));

/** Everything not yet looked at or out of order: opened with, it is written down. */
export const leftOpen = (rows: readonly FacilityRow[]): string[] =>
  rows.flatMap(({ name, state }) => (state === null ? `${name}未检查` : state === 'fault' ? `${name}异常` : []));

/** What is wrong with an answer; a fault or what was done about one is told in words. */
export const checkFacilityAnswer = (state: FacilityRow['state'], note: string): string =>
  state === 'fault' && note === '' ? '请写明异常情况' : state === 'mended' && note === '' ? '请写明怎样处理' : '';

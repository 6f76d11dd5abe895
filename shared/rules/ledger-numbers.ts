/** The old ledger's visits have a desk that no hall has, so their numbers never meet those of today's cards. */
export const LEDGER_DESK = '00';
export const LEDGER_LETTER = 'L';

/** `YYYYMMDD-00-NNNN`; a ledger may hold more than 9999 lines of one day, when its dates were filled in at once. */
export const importedNumber = (day: string, n: number): string => `${day.replaceAll('-', '')}-${LEDGER_DESK}-${String(n).padStart(4, '0')}`;
export const isImported = (visit: { deskCode: string }): boolean => visit.deskCode === LEDGER_DESK;

/** Design.md, must: warn below 2 GB, no new recordings below 1 GB, read-only below 300 MB. */
export type DiskState = 'ok' | 'low' | 'no-recordings' | 'read-only';
const MB = 1024 * 1024;

/** @param journalReserve whether the journal's next segment is already on the disk; without it an append could fail. */
export function diskState(freeBytes: number, journalReserve: boolean): DiskState {
  if (!journalReserve || freeBytes < 300 * MB) return 'read-only';
  if (freeBytes < 1024 * MB) return 'no-recordings';
  if (freeBytes < 2048 * MB) return 'low';
  return 'ok';
}

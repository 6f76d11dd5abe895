/** A file beyond these is refused with the sentence, not read until the memory ends. */
export const FILE_BYTES = 200 * 1024 * 1024;
export const ROWS = 1_000_000;
export const COLUMNS = 200;
/** Unpacked: a few kilobytes of zip can hold gigabytes of nothing. */
export const SHEET_BYTES = 1024 * 1024 * 1024;
export const PART_BYTES = 256 * 1024 * 1024;

/** Called now and then with the lines read so far. */
export type OnRows = (rows: number) => void;
export const ROWS_A_WORD = 5000;

import type { LedgerCell } from '../../../shared/rules/ledger-cells';

export interface BookRow {
  /** As the spreadsheet numbers it, from 1. */
  line: number;
  cells: LedgerCell[];
  /** What is wrong with the line as a line, whatever its cells hold. */
  broken?: string;
}
export interface Sheet {
  rows: BookRow[];
  /** Days are counted from 1904. */
  date1904: boolean;
  /** Cells are told apart by a separator, which an unquoted text may hold. */
  separated: boolean;
}
/** A ledger file that is open: its sheets are read when they are asked for. */
export interface Book {
  sheets: readonly { name: string }[];
  read(sheet: number): Promise<Sheet>;
  close(): Promise<void>;
}

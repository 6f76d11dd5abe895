import type { PaperBlock } from './incident-paper';

/** A paper of the hall itself, of any length: 专报, 日报, 交接单, the whole handbook. Frozen with its print job, and the same as Word. */
export interface SheetModel {
  title: string;
  unitName: string;
  /** Under the title; empty for none. */
  number: string;
  /** Beside it. */
  date: string;
  blocks: readonly PaperBlock[];
  demo: boolean;
}
